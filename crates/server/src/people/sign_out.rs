//! `DELETE /api/v1/session`

use super::session;
use crate::app::App;
use crate::contract::{Answer, Caller};
use crate::failure::Failure;
use api::people::sign_out::SignOut;

/// Signs out; fine for somebody who is not signed in, too.
pub(super) async fn sign_out(app: App, caller: Caller, _: SignOut) -> Result<Answer<()>, Failure> {
    Ok(Answer::with_cookie((), session::end(&app, &caller).await?))
}
