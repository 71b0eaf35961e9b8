//! Stock at the desk: what the books say, what changes them, what is promised and not there.

mod adjust_stock;
pub mod change;
mod count_stock;
mod get_stock;
mod list_movements;
mod list_shortfalls;
mod move_stock;
mod own_shortfall;
mod view;

use crate::app::App;
use crate::command::Key;
use crate::contract::{Caller, EndpointExt as _};
use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::stores;
use api::Code;
use api::stock::StockCard;
use axum::Router;
use change::{Asked, Change};
use domain::Gtin;
use domain::ids::VariantId;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(get_stock::get_stock)
        .endpoint(list_movements::list_movements)
        .endpoint(count_stock::count_stock)
        .endpoint(adjust_stock::adjust_stock)
        .endpoint(move_stock::move_stock)
        .endpoint(list_shortfalls::list_shortfalls)
        .endpoint(own_shortfall::own_shortfall)
}

/// The variant of a code that this store has.
fn here(snapshot: &Snapshot, gtin: Gtin) -> Result<VariantId, Failure> {
    let variant = snapshot.catalogue.by_gtin(gtin).filter(|variant| snapshot.stock.contains_key(variant));
    variant.ok_or_else(|| Failure::new(Code::NotInRange, "not in this shop's range").param("gtin", gtin))
}

/// A person's change of a variant's books; what they say then.
async fn changed(app: &App, caller: &Caller, store: &str, gtin: Gtin, change: Change, expected: u32) -> Result<StockCard, Failure> {
    let (live, by) = (stores::find(app, store)?, caller.person()?.id);
    let variant = here(&live.snapshot(), gtin)?;
    let key = Key::new(format!("person:{by}"), caller.key()?, &("stock", live.id, variant, change, expected));
    change::carry_out(app, &live, &key, Asked { variant, change, expected, by }).await?;
    view::card(&live.snapshot(), &mut app.store().read().await?, variant).await
}
