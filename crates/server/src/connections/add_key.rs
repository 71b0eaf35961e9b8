//! `POST /api/v1/stores/{store}/keys`

use super::known::hashed;
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::key;
use crate::stores;
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use api::connections::NewKey;
use api::connections::add_key::AddKey;
use api::error::FieldProblem;
use domain::ids::KeyId;
use uuid::Uuid;

/// Characters that a name may have.
pub(crate) const LONGEST: usize = 80;

pub(super) async fn add_key(app: App, caller: Caller, ask: AddKey) -> Result<NewKey, Failure> {
    let (live, person, name) = (stores::find(&app, &ask.store)?, caller.person()?.id, ask.name.trim().to_owned());
    let wrong = match name.chars().count() {
        0 => Some(FieldProblem::Missing),
        count if count > LONGEST => Some(FieldProblem::TooLong),
        _ => None,
    };
    if let Some(wrong) = wrong {
        return Err(Failure::new(Code::BadInput, "a name has 1 to 80 characters").field("name", wrong));
    }
    let org = live.snapshot().store.org;
    let command = Key::new(format!("person:{person}"), caller.key()?, &("add-key", &name));
    let id = retry(|| async {
        let mut work = Work::begin(&app, &live).await?;
        if let Some(before) = command.take(&mut work).await? {
            return Ok(KeyId::new(before));
        }
        let id = KeyId::new(Uuid::now_v7());
        let hash = hashed(&app.secret().system_key(id));
        key::add(&mut work.tx, org, id, &name, &hash, work.now).await?;
        command.settle(work, Ok((id.uuid(), id))).await
    })
    .await?;
    let kept = key::find(&mut app.store().read().await?, org, id).await?;
    let kept = kept.ok_or_else(|| Trouble::from(Failure::new(Code::NoSuchApiKey, "the key is gone")))?;
    Ok(NewKey { key: kept, secret: app.secret().system_key(id) })
}
