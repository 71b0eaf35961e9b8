//! `POST /api/v1/session`

use super::{Person, session};
use crate::app::App;
use crate::contract::{Answer, Caller};
use crate::failure::Failure;
use crate::store::people;
use crate::tries::place;
use api::Code;
use api::error::FieldProblem;
use api::people::{Session, sign_in::SignIn};

/// Longer is nobody's login or password.
const LONGEST: usize = 200;

/// Signs in; wrong login and wrong password take as long and read the same.
pub(super) async fn sign_in(app: App, caller: Caller, ask: SignIn) -> Result<Answer<Session>, Failure> {
    for (name, text) in [("login", &ask.login), ("password", &ask.password)] {
        if text.len() > LONGEST {
            return Err(Failure::new(Code::BadInput, format!("{name} is too long")).field(name, FieldProblem::TooLong));
        }
    }
    let login = ask.login.trim().to_lowercase();
    let this_try = app.sign_in_tries().begin(format!("{login} {}", place(caller.peer())))?;
    let known = people::by_login(&mut app.store().read().await?, &login).await?;
    let right = app.passwords().verify(ask.password, known.as_ref().map(|known| known.password_hash.clone())).await?;
    let wrong = || Failure::new(Code::WrongSignIn, "login or password is wrong");
    let known = known.filter(|_| right).ok_or_else(wrong)?;
    this_try.right();
    let (expires_at, cookie) = session::begin(&app, &caller, &known).await?;
    tracing::info!(person = %known.person, "signed in");
    let person = Person { id: known.person, org: known.org, store: None, role: known.role, expires_at };
    Ok(Answer::with_cookie(session::describe(&app, &person).await?, cookie))
}
