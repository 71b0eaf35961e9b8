//! `GET /api/v1/session`

use super::session;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::people::{Session, get_session::GetSession};

/// Who is signed in.
pub(super) async fn get_session(app: App, caller: Caller, _: GetSession) -> Result<Session, Failure> {
    session::describe(&app, caller.person()?).await
}
