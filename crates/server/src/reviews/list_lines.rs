//! `GET /api/v1/stores/{store}/products/{gtin}/lines`

use crate::app::App;
use crate::catalog::get_product::in_range;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::line;
use crate::stores;
use api::review::list_lines::ListLines;
use api::review::{Lines, TouchLine};

/// Older ones nobody reads.
const MOST: u32 = 20;

pub(super) async fn list_lines(app: App, _: Caller, ask: ListLines) -> Result<Lines, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let product = in_range(&snapshot, ask.gtin)?;
    let lines = line::shown(&mut app.store().read().await?, snapshot.store.org, product.id, MOST).await?;
    let told = |line: line::Kept| TouchLine { id: line.id, language: line.language, text: line.body, at: line.at };
    Ok(Lines { items: lines.into_iter().map(told).collect() })
}
