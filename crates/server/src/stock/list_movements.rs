//! `GET /api/v1/stores/{store}/stock/{gtin}/movements`

use super::{here, view};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{store, stores};
use api::Code;
use api::error::FieldProblem;
use api::stock::MovementPage;
use api::stock::list_movements::ListMovements;
use domain::Instant;
use domain::ids::MovementId;

const LIMIT: u32 = 100;
const USUAL: u32 = 20;

pub(super) async fn list_movements(app: App, _: Caller, ask: ListMovements) -> Result<MovementPage, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let snapshot = live.snapshot();
    let variant = here(&snapshot, ask.gtin)?;
    let limit = ask.limit.unwrap_or(USUAL);
    let bad = |field| Failure::new(Code::BadInput, "1 to 100 items, from a place that a page named").field(field, FieldProblem::OutOfRange);
    if !(1..=LIMIT).contains(&limit) {
        return Err(bad("limit"));
    }
    let place = ask.cursor.as_deref().map(|cursor| read_cursor(cursor).ok_or_else(|| bad("cursor"))).transpose()?;
    let mut kept = store::movement::before(&mut app.store().read().await?, live.id, variant, place, limit + 1).await?;
    let has_more = kept.len() > usize::try_from(limit).unwrap_or(0);
    kept.truncate(usize::try_from(limit).unwrap_or(0));
    let next = kept.last().filter(|_| has_more).map(|last| format!("{}.{}", last.at.millis(), last.id));
    Ok(MovementPage { items: kept.into_iter().map(|line| view::movement(&snapshot, line)).collect(), next })
}

/// The place after which the next page begins: `milliseconds.id`.
fn read_cursor(cursor: &str) -> Option<(Instant, MovementId)> {
    let (at, id) = cursor.split_once('.')?;
    Some((Instant::from_millis(at.parse().ok()?), id.parse().ok()?))
}
