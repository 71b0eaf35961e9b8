//! A shopper cannot find a variant: a task for staff, once.

use crate::app::App;
use crate::command::Key;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::count::{self, Task};
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::event::Happening;
use domain::crockford::SlotCode;
use domain::ids::{CountId, VariantId};
use domain::stock::is_answered;
use uuid::Uuid;

/// Makes the task, or joins it.
///
/// # Errors
/// `KeyReused`, or the database's.
pub async fn report(app: &App, live: &LiveStore, key: &Key, variant: VariantId, slot: Option<SlotCode>) -> Result<(), Failure> {
    retry(|| once(app, live, key, variant, slot)).await
}

async fn once(app: &App, live: &LiveStore, key: &Key, variant: VariantId, slot: Option<SlotCode>) -> Result<(), Trouble> {
    let mut work = Work::begin(app, live).await?;
    if key.take(&mut work).await?.is_some() {
        return Ok(());
    }
    let id = attempt(&mut work, variant, slot).await?;
    key.settle(work, Ok((id.uuid(), ()))).await
}

async fn attempt(work: &mut Work<'_>, variant: VariantId, slot: Option<SlotCode>) -> Result<CountId, Trouble> {
    work.lock_stock([variant]).await?;
    let now = work.now;
    let known = count::latest(&mut work.tx, work.live.id, variant).await?;
    let id = match known.filter(|task| task.counted.is_none_or(|counted| is_answered(counted.at, now))) {
        Some(task) => {
            count::join(&mut work.tx, work.live.id, task.id, slot, now).await?;
            task.id
        }
        None => {
            let id = CountId::new(Uuid::now_v7());
            let task = Task { id, variant, slot, reported_at: now, asked_at: now, reports: 1, counted: None };
            count::insert(&mut work.tx, work.live.id, &task).await?;
            id
        }
    };
    work.happened(Happening::Check { variant });
    Ok(id)
}
