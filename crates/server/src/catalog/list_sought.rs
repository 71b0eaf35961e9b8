//! `GET /api/v1/stores/{store}/sought`

use super::search_products;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::store::sought::{self, InVain};
use crate::{hours, stores};
use api::catalog::found::Sought;
use api::catalog::list_sought::ListSought;

const DAYS: i64 = 14;

pub(super) async fn list_sought(app: App, _: Caller, ask: ListSought) -> Result<Vec<Sought>, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let snapshot = live.snapshot();
    let first = i64::from(hours::day_number(&snapshot.store, app.now())) - (DAYS - 1);
    let in_vain = sought::in_vain(&mut app.store().read().await?, live.id, first).await?;
    // As many searches as there are lines.
    let told = move || in_vain.into_iter().map(|line| told(&snapshot, line)).collect();
    tokio::task::spawn_blocking(told).await.map_err(Failure::internal)
}

fn told(snapshot: &Snapshot, InVain { query, times, first, last }: InVain) -> Sought {
    let noon = |day| hours::noon(&snapshot.store, day);
    Sought { now: search_products::count(snapshot, &query), query, times, first: noon(first), last: noon(last) }
}
