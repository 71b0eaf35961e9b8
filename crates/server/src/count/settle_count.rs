//! `POST /api/v1/stores/{store}/counts/{count}/done`

use super::settle::{self, Count};
use super::view;
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{store, stores};
use api::Code;
use api::count::CountTask;
use api::count::settle_count::SettleCount;
use domain::stock::MOST;

pub(super) async fn settle_count(app: App, caller: Caller, ask: SettleCount) -> Result<CountTask, Failure> {
    let (live, by) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    if ask.found > MOST {
        return Err(Failure::new(Code::TooMany, "more than a shelf holds").param("atMost", MOST));
    }
    let SettleCount { count: id, found, expected, .. } = ask;
    let key = Key::new(format!("person:{by}"), caller.key()?, &("count", id, found, expected));
    settle::settle(&app, &live, &key, Count { id, found, expected, by }).await?;
    let mut reader = app.store().read().await?;
    let task = store::count::get(&mut reader, live.id, id).await?.ok_or_else(settle::unknown)?;
    view::task(&live.snapshot(), &mut reader, task).await
}
