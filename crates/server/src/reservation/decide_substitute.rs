//! `POST /api/v1/reservation/decide`

use super::{act::Act, shopper};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::reservation::Ticket;
use api::reservation::decide_substitute::DecideSubstitute;

pub(super) async fn decide_substitute(app: App, caller: Caller, ask: DecideSubstitute) -> Result<Ticket, Failure> {
    let version = caller.version()?;
    let DecideSubstitute { variant, substitute } = ask;
    shopper(&app, &caller, Some(version), &("decide", version, variant, substitute), Act::Decide { variant, substitute }).await
}
