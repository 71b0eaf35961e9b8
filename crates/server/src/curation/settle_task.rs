//! `POST /api/v1/stores/{store}/curation/{curation}/tasks/{task}`

use super::act::Act;
use super::command::Order;
use super::words::reasoned;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::curation::Curation;
use api::curation::settle_task::SettleTask;

pub(super) async fn settle_task(app: App, caller: Caller, ask: SettleTask) -> Result<Curation, Failure> {
    let SettleTask { store, curation, task, keep, reason } = ask;
    if keep {
        reasoned(&reason)?;
    }
    let order = Order::new(&app, &caller, &store, curation, None, &("settle", curation, task, keep, &reason))?;
    order.answer(&Act::Settle { task, keep: keep.then(|| reason.clone()) }).await
}
