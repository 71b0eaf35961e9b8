//! `POST /api/v1/stores/{store}/products/{gtin}/missing`

use super::{report, view};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::tries::place;
use crate::{store, stores};
use api::Code;
use api::count::Check;
use api::count::report_missing::ReportMissing;

pub(super) async fn report_missing(app: App, caller: Caller, ask: ReportMissing) -> Result<Check, Failure> {
    // Never given back: each report is one.
    let _said = app.said_tries().begin(format!("missing {}", place(caller.peer())))?;
    let live = stores::find(&app, &ask.store)?;
    let snapshot = live.snapshot();
    let variant = snapshot.catalogue.by_gtin(ask.gtin).filter(|variant| snapshot.stock.contains_key(variant));
    let variant = variant.ok_or_else(|| Failure::new(Code::NotInRange, "not in this shop's range").param("gtin", ask.gtin))?;
    let key = Key::new(format!("missing:{}", live.id), caller.key()?, &(variant, ask.slot));
    // A label of another shelf does not help whoever looks.
    let slot = ask.slot.filter(|slot| snapshot.locations_of(variant).iter().any(|at| at.slot == *slot));
    report::report(&app, &live, &key, variant, slot).await?;
    let task = store::count::latest(&mut app.store().read().await?, live.id, variant).await?;
    let task = task.ok_or_else(|| Failure::new(Code::Internal, "the report is gone"))?;
    Ok(view::check(&snapshot, &task))
}
