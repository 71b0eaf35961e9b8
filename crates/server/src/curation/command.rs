//! One command on one collection: key, version, what is done, commit; then the store's collections are looked at, so that the answer
//! and the shop agree.

use super::act::{self, Act};
use super::view;
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::{self, curation};
use crate::stores;
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use api::curation::Curation;
use api::event::Happening;
use domain::ids::{CollectionId, OrgId, PersonId};
use serde::Serialize;
use std::sync::Arc;

/// On which collection, by whom.
pub(super) struct Order<'a> {
    pub app: &'a App,
    pub live: Arc<LiveStore>,
    pub org: OrgId,
    pub person: PersonId,
    pub id: CollectionId,
    /// The version that the client saw, where the command carries one.
    version: Option<u32>,
    key: Key,
}

impl<'a> Order<'a> {
    /// `asked` is what the idempotency key stands for. The id of a collection that is to be made is new each time, so it stands for
    /// nothing: it is `made`.
    pub fn new(
        app: &'a App,
        caller: &Caller,
        store: &str,
        id: CollectionId,
        version: Option<u32>,
        asked: &impl Serialize,
    ) -> Result<Self, Failure> {
        let (live, person) = (stores::find(app, store)?, caller.person()?.id);
        let key = Key::new(format!("person:{person}"), caller.key()?, &(version.is_some().then_some((id, version)), asked));
        let org = live.snapshot().store.org;
        Ok(Self { app, live, org, person, id, version, key })
    }

    /// Does it once: a repeated key finds it done and changes nothing. The collection's id, which a repetition has from the first time.
    ///
    /// # Errors
    /// The act's refusal, `NoSuchCollection`, `Stale`, or the database's.
    pub async fn carry_out(&self, act: &Act) -> Result<CollectionId, Failure> {
        retry(|| async {
            let mut work = Work::begin(self.app, &self.live).await?;
            if let Some(before) = self.key.take(&mut work).await? {
                return Ok(CollectionId::new(before));
            }
            let result = self.attempt(&mut work, act).await.map(|()| (self.id.uuid(), self.id));
            self.key.settle(work, result).await
        })
        .await
    }

    /// The same, answered with the collection as it is then.
    ///
    /// # Errors
    /// As [`Self::carry_out`].
    pub async fn answer(&self, act: &Act) -> Result<Curation, Failure> {
        let id = self.carry_out(act).await?;
        view::curation(self.app, &self.live, id).await
    }

    async fn attempt(&self, work: &mut Work<'_>, act: &Act) -> Result<(), Trouble> {
        if let Act::Create(_) = act {
            act::write(self, work, None, act).await?;
            return self.tell(work).await;
        }
        let kept = curation::lock(&mut work.tx, self.org, self.id).await?;
        let kept = kept.ok_or_else(|| Failure::new(Code::NoSuchCollection, "there is no such collection"))?;
        if self.version.is_some_and(|seen| seen != kept.version) {
            let failure = Failure::new(Code::Stale, format!("it is at version {} by now", kept.version)).param("version", kept.version);
            let present = serde_json::json!({ "version": kept.version, "curator": kept.curator, "rule": kept.rule });
            return Err(failure.present(&present).into());
        }
        act::write(self, work, Some(&kept), act).await?;
        if !matches!(act, Act::Change(_)) {
            curation::touch(&mut work.tx, self.org, self.id).await?;
        }
        self.tell(work).await
    }

    /// Rules are the organisation's: every store hears of it.
    async fn tell(&self, work: &mut Work<'_>) -> Result<(), Trouble> {
        let stores = self.app.live().stores();
        let mut others: Vec<_> = stores.iter().filter(|other| other.id != self.live.id).collect();
        others.sort_by_key(|other| other.id);
        for other in others.into_iter().filter(|other| other.snapshot().store.org == self.org) {
            store::event::append(&mut work.tx, other.id, work.now, &[Happening::Catalogue]).await?;
        }
        work.happened(Happening::Catalogue);
        Ok(())
    }
}
