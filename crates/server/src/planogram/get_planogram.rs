//! `GET /api/v1/stores/{store}/planogram`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::planogram::Map;
use api::planogram::get_planogram::GetPlanogram;
use domain::planogram::Planogram;

pub(super) async fn get_planogram(app: App, _: Caller, ask: GetPlanogram) -> Result<Map, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let planogram = snapshot.planogram.as_deref().cloned().unwrap_or(Planogram { revision: 0, floors: Vec::new() });
    let mut variants: Vec<_> = snapshot.locations.keys().copied().collect();
    variants.sort_unstable();
    Ok(Map { planogram, goods: variants.into_iter().filter_map(|variant| super::good(&snapshot, variant)).collect() })
}
