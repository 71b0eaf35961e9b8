//! `GET /api/v1/stores/{store}/moderation`

use super::queue;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::review::Moderation;
use api::review::list_moderation::ListModeration;

pub(super) async fn list_moderation(app: App, _: Caller, ask: ListModeration) -> Result<Moderation, Failure> {
    queue::read(&app, &stores::find(&app, &ask.store)?.snapshot()).await
}
