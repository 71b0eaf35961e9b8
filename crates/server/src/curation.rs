//! Collections as a merchandiser works on them. What shoppers see of them is `live::curated`.

mod act;
mod change_curation;
mod choose_member;
mod command;
mod create_curation;
mod delete_curation;
mod get_curation;
mod list_curations;
mod order_members;
mod preview_rule;
mod settle_task;
mod view;
mod words;

use crate::app::App;
use crate::contract::EndpointExt as _;
use axum::Router;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(list_curations::list_curations)
        .endpoint(get_curation::get_curation)
        .endpoint(create_curation::create_curation)
        .endpoint(change_curation::change_curation)
        .endpoint(delete_curation::delete_curation)
        .endpoint(preview_rule::preview_rule)
        .endpoint(choose_member::choose_member)
        .endpoint(order_members::order_members)
        .endpoint(settle_task::settle_task)
}
