//! Staff looked: the figure becomes what they counted, and they are its witness.

use crate::app::App;
use crate::command::Key;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::count::{self, Counted, Task};
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use api::event::Happening;
use domain::ids::{CountId, PersonId};

/// What was counted, by whom, and the figure that they saw.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    /// The task.
    pub id: CountId,
    /// Units on the shelf.
    pub found: u32,
    /// Units that the desk said should be there.
    pub expected: u32,
    /// Who counted.
    pub by: PersonId,
}

/// Carries a count out.
///
/// # Errors
/// `NoSuchTask` also where somebody was faster, `Stale` where units came or went meanwhile, `KeyReused`.
pub async fn settle(app: &App, live: &LiveStore, key: &Key, count: Count) -> Result<(), Failure> {
    retry(|| once(app, live, key, count)).await
}

pub(super) fn unknown() -> Failure {
    Failure::new(Code::NoSuchTask, "there is no such count in this store, or somebody has done it")
}

async fn once(app: &App, live: &LiveStore, key: &Key, count: Count) -> Result<(), Trouble> {
    let mut work = Work::begin(app, live).await?;
    if key.take(&mut work).await?.is_some() {
        return Ok(());
    }
    let result = attempt(&mut work, count).await.map(|()| (count.id.uuid(), ()));
    key.settle(work, result).await
}

async fn attempt(work: &mut Work<'_>, count: Count) -> Result<(), Trouble> {
    let variant = open(work, count.id).await?.variant;
    work.lock_stock([variant]).await?;
    // Whoever held the row may have counted.
    open(work, count.id).await?;
    let stock = work.stock(variant).copied().unwrap_or_default();
    if stock.floor != count.expected {
        return Err(Failure::new(Code::Stale, "units came or went while they were counted").param("expected", stock.floor).into());
    }
    if let Some(transfer) = stock.counted(count.found) {
        work.transfer(variant, transfer, &count.by.to_string(), &count.id.to_string()).await?;
    }
    work.prove(variant);
    let counted = Counted { at: work.now, by: count.by, found: count.found };
    count::finish(&mut work.tx, work.live.id, count.id, counted).await?;
    work.happened(Happening::Check { variant });
    Ok(())
}

async fn open(work: &mut Work<'_>, id: CountId) -> Result<Task, Trouble> {
    let task = count::get(&mut work.tx, work.live.id, id).await?.filter(|task| task.counted.is_none());
    Ok(task.ok_or_else(unknown)?)
}
