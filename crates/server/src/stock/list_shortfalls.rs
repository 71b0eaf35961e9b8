//! `GET /api/v1/stores/{store}/shortfalls`

use super::view;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{store, stores};
use api::stock::Shortfall;
use api::stock::list_shortfalls::ListShortfalls;

pub(super) async fn list_shortfalls(app: App, _: Caller, ask: ListShortfalls) -> Result<Vec<Shortfall>, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let mut reader = app.store().read().await?;
    let mut shortfalls = Vec::new();
    for kept in store::shortfall::open(&mut reader, snapshot.store.id).await? {
        shortfalls.push(view::shortfall(&snapshot, &mut reader, kept).await?);
    }
    Ok(shortfalls)
}
