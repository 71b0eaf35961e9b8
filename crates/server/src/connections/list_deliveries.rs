//! `GET /api/v1/stores/{store}/deliveries`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::delivery;
use api::connections::Deliveries;
use api::connections::list_deliveries::ListDeliveries;

/// Without being asked for a number.
const FEW: u32 = 50;
const MOST: u32 = 100;

pub(super) async fn list_deliveries(app: App, _: Caller, ask: ListDeliveries) -> Result<Deliveries, Failure> {
    let org = super::org(&app, &ask.store)?;
    let limit = ask.limit.unwrap_or(FEW).clamp(1, MOST);
    Ok(Deliveries { deliveries: delivery::all(&mut app.store().read().await?, org, ask.state, limit).await? })
}
