//! What web customers wrote, lines by people who touched it, and their moderation.

mod add_line;
mod get_summary;
mod list_lines;
mod list_moderation;
mod list_reviews;
mod mark_helpful;
mod moderate;
mod queue;
mod report_review;
mod said;
mod shelf;
pub mod warm;

pub use said::{Said, carry_out};
pub use shelf::{Shelf, Shelves};

use crate::app::App;
use crate::contract::{Caller, EndpointExt as _};
use crate::failure::Failure;
use crate::tries::place;
use api::Code;
use axum::Router;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(list_reviews::list_reviews)
        .endpoint(get_summary::get_summary)
        .endpoint(mark_helpful::mark_helpful)
        .endpoint(report_review::report_review)
        .endpoint(list_lines::list_lines)
        .endpoint(add_line::add_line)
        .endpoint(list_moderation::list_moderation)
        .endpoint(moderate::moderate)
}

fn unknown() -> Failure {
    Failure::new(Code::NoSuchReview, "there is no such review or line")
}

/// Counts a word by a shopper; it stays counted.
fn counted(app: &App, caller: &Caller, what: &str) -> Result<(), Failure> {
    app.said_tries().begin(format!("{what} {}", place(caller.peer()))).map(drop)
}
