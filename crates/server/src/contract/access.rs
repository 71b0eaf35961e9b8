//! Who may ask: one place for every endpoint, decided from its `ACCESS` and the table in `domain::access`.

use super::Caller;
use crate::app::App;
use crate::connections::known;
use crate::failure::Failure;
use crate::people::{Person, session};
use crate::store::people;
use api::{Access, Code};

/// Lets the caller pass or refuses; fills in the person.
pub(super) async fn authorise(app: &App, caller: &mut Caller, access: Access, store: Option<&str>) -> Result<(), Failure> {
    match access {
        Access::Open => {}
        Access::Token => {
            caller.token()?;
        }
        Access::Key => {
            caller.system = known::system(app, caller).await?;
            caller.system()?;
        }
        Access::SignedIn => caller.person = session::person(app, caller).await?,
        Access::Person(action) => {
            caller.person = session::person(app, caller).await?;
            let id = caller.person()?.id;
            let member = at(app, caller, store.unwrap_or_default()).await?;
            // Another store's things do not exist for this person: the answer is the same as for no store at all.
            let member = member.ok_or_else(|| Failure::new(Code::NoSuchStore, "there is no such store for you"))?;
            if !member.role.may(action) {
                return Err(Failure::new(Code::NotAllowed, format!("{:?} is not for this role", action)));
            }
            tracing::debug!(person = %id, ?action, "allowed");
            caller.person = Some(member);
        }
    }
    if access == Access::SignedIn {
        caller.person()?;
    }
    Ok(())
}

/// Who is signed in and works in this store, if anybody. For routes that are no endpoint, such as the live stream.
///
/// # Errors
/// When the database is away.
pub async fn member(app: &App, caller: &Caller, store: &str) -> Result<Option<Person>, Failure> {
    let mut caller = caller.clone();
    caller.person = session::person(app, &caller).await?;
    at(app, &caller, store).await
}

async fn at(app: &App, caller: &Caller, store: &str) -> Result<Option<Person>, Failure> {
    let Some(person) = &caller.person else { return Ok(None) };
    let membership = people::membership(&mut app.store().read().await?, person.id, store).await?;
    Ok(membership.map(|(store, role)| Person { store: Some(store), role, ..person.clone() }))
}
