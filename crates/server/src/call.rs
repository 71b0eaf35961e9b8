//! Calls: somebody on the floor wants a person to come.

pub mod act;
mod answer_call;
mod close_call;
mod get_call;
mod list_calls;
mod make_call;
mod view;
mod withdraw_call;

use crate::app::App;
use crate::contract::EndpointExt as _;
use crate::failure::Failure;
use api::Code;
use axum::Router;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(make_call::make_call)
        .endpoint(get_call::get_call)
        .endpoint(withdraw_call::withdraw_call)
        .endpoint(list_calls::list_calls)
        .endpoint(answer_call::answer_call)
        .endpoint(close_call::close_call)
}

fn unknown() -> Failure {
    Failure::new(Code::NoSuchTask, "there is no such call in this store, or it is over")
}
