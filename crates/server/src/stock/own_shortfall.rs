//! `POST /api/v1/stores/{store}/shortfalls/{shortfall}/owner`

use super::view;
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use crate::{store, stores};
use api::Code;
use api::event::Happening;
use api::stock::Shortfall;
use api::stock::own_shortfall::OwnShortfall;
use domain::ids::{PersonId, ShortfallId};

pub(super) async fn own_shortfall(app: App, caller: Caller, ask: OwnShortfall) -> Result<Shortfall, Failure> {
    let (live, by) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    let key = Key::new(format!("person:{by}"), caller.key()?, &("shortfall", ask.shortfall, ask.mine));
    retry(|| once(&app, &live, &key, ask.shortfall, ask.mine.then_some(by))).await?;
    let (snapshot, mut reader) = (live.snapshot(), app.store().read().await?);
    let open = store::shortfall::open(&mut reader, live.id).await?;
    let kept = open.into_iter().find(|kept| kept.id == ask.shortfall).ok_or_else(closed)?;
    view::shortfall(&snapshot, &mut reader, kept).await
}

fn closed() -> Failure {
    Failure::new(Code::NoSuchTask, "there is no such shortfall in this store, or it has closed")
}

async fn once(app: &App, live: &LiveStore, key: &Key, id: ShortfallId, owner: Option<PersonId>) -> Result<(), Trouble> {
    let mut work = Work::begin(app, live).await?;
    if key.take(&mut work).await?.is_some() {
        return Ok(());
    }
    let result = match store::shortfall::own(&mut work.tx, live.id, id, owner).await? {
        true => Ok((id.uuid(), ())),
        false => Err(closed().into()),
    };
    if result.is_ok() {
        work.happened(Happening::Shortfall);
    }
    key.settle(work, result).await
}
