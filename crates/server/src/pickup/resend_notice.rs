//! `POST /api/v1/stores/{store}/pickups/{reservation}/notice`

use super::{order, read};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{notice, stores};
use api::pickup::Pickup;
use api::pickup::resend_notice::ResendNotice;

pub(super) async fn resend_notice(app: App, caller: Caller, ask: ResendNotice) -> Result<Pickup, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let (order, key) = order(&app, &caller, &live, ask.reservation, &"notice")?;
    let tried = app.notice_tries().begin(format!("{}:{}", live.slug, ask.reservation))?;
    match notice::resend(&order, &key).await {
        // Whoever was too late has sent nothing.
        Err(failure) => {
            tried.right();
            Err(failure)
        }
        Ok(()) => read(&app, &live, ask.reservation).await,
    }
}
