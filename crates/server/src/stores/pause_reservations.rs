//! `POST /api/v1/stores/{store}/pause`

use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::pause::{self, Kept};
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use crate::{hours, stores};
use api::Code;
use api::error::FieldProblem;
use api::event::Happening;
use api::store::Pause;
use api::store::pause_reservations::PauseReservations;
use domain::ids::PersonId;
use domain::pause::{LONGEST_WORDS, is_on};

pub(super) async fn pause_reservations(app: App, caller: Caller, ask: PauseReservations) -> Result<Pause, Failure> {
    let (live, by) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    let words = ask.words.trim();
    let key = Key::new(format!("person:{by}"), caller.key()?, &("pause", live.id, ask.reason, words, ask.tomorrow, ask.minute));
    let bad = |field, what| Failure::new(Code::BadInput, "at most 120 characters, until a later minute").field(field, what);
    if words.chars().count() > LONGEST_WORDS {
        return Err(bad("words", FieldProblem::TooLong));
    }
    let until = hours::minute_of_day(&live.snapshot().store, app.now(), ask.tomorrow, ask.minute);
    let until = until.filter(|until| is_on(*until, app.now())).ok_or_else(|| bad("minute", FieldProblem::OutOfRange))?;
    let kept = Kept { reason: ask.reason, words: words.to_owned(), until };
    retry(|| set(&app, &live, &key, Some(&kept), by)).await?;
    Ok(Pause { reason: kept.reason, words: kept.words, until: kept.until })
}

/// Begins a pause, or ends it.
pub(super) async fn set(app: &App, live: &LiveStore, key: &Key, kept: Option<&Kept>, by: PersonId) -> Result<(), Trouble> {
    let mut work = Work::begin(app, live).await?;
    if key.take(&mut work).await?.is_some() {
        return Ok(());
    }
    match kept {
        Some(kept) => pause::save(&mut work.tx, live.id, kept, by, work.now).await?,
        None => pause::delete(&mut work.tx, live.id).await?,
    }
    work.happened(Happening::Pause);
    key.settle(work, Ok((live.id.uuid(), ()))).await
}
