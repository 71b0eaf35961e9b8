//! `DELETE /api/v1/stores/{store}/pause`

use super::pause_reservations::set;
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use crate::trouble::retry;
use api::store::resume_reservations::ResumeReservations;

pub(super) async fn resume_reservations(app: App, caller: Caller, ask: ResumeReservations) -> Result<(), Failure> {
    let (live, by) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    let key = Key::new(format!("person:{by}"), caller.key()?, &("resume", live.id));
    retry(|| set(&app, &live, &key, None, by)).await
}
