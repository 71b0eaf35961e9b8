//! `POST /api/v1/stores/{store}/moderation`

use super::{Said, carry_out, queue, unknown};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::Code;
use api::review::Moderation;
use api::review::moderate::Moderate;
use domain::reviews::Act;

pub(super) async fn moderate(app: App, caller: Caller, ask: Moderate) -> Result<Moderation, Failure> {
    let (live, person) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    let Moderate { subject, id, act, reason, .. } = ask;
    if act == Act::Hide && reason.is_none() {
        return Err(Failure::new(Code::NoReason, "say why it is hidden"));
    }
    let key = Key::new(format!("person:{person}"), caller.key()?, &(subject, &id, act, reason));
    let id = id.parse().map_err(|_| unknown())?;
    carry_out(&app, &live, &key, &Said::Decision { subject, id, act, reason, person }).await?;
    queue::read(&app, &live.snapshot()).await
}
