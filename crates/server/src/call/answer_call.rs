//! `POST /api/v1/stores/{store}/calls/{call}/answer`

use super::act::{Act, carry_out};
use super::{unknown, view};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{store, stores};
use api::call::Call;
use api::call::answer_call::AnswerCall;

pub(super) async fn answer_call(app: App, caller: Caller, ask: AnswerCall) -> Result<Call, Failure> {
    let (live, by) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    let key = Key::new(format!("person:{by}"), caller.key()?, &("answer call", ask.call));
    let id = carry_out(&app, &live, &key, &Act::Answer(ask.call, by)).await?;
    let kept = store::call::get(&mut app.store().read().await?, live.id, id).await?.ok_or_else(unknown)?;
    Ok(view::call(&live.snapshot(), kept))
}
