//! What is done with a call, each once for its key.

use super::unknown;
use crate::app::App;
use crate::command::Key;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::call::{self, Kept};
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use api::event::Happening;
use domain::call::{CallState, CallTimes, CallWish, over_before};
use domain::crockford::SlotCode;
use domain::ids::{CallId, PersonId, VariantId};
use uuid::Uuid;

/// One of the things to do.
#[derive(Clone, Debug)]
pub enum Act {
    /// Somebody wants a person to come.
    Make {
        /// A hash of the device's key.
        device: String,
        /// Whose label was scanned.
        slot: Option<SlotCode>,
        /// About what.
        variant: Option<VariantId>,
        /// What is wanted.
        wish: CallWish,
        /// What the shopper added.
        words: String,
    },
    /// Somebody is coming.
    Answer(CallId, PersonId),
    /// It is done.
    Close(CallId),
    /// The shopper needs nobody any more.
    Withdraw(CallId),
}

/// Does it; the call that it is about.
///
/// # Errors
/// `NoSuchTask` where the call is over, `WrongState` where somebody else is coming, `KeyReused`.
pub async fn carry_out(app: &App, live: &LiveStore, key: &Key, act: &Act) -> Result<CallId, Failure> {
    retry(|| once(app, live, key, act)).await
}

async fn once(app: &App, live: &LiveStore, key: &Key, act: &Act) -> Result<CallId, Trouble> {
    let mut work = Work::begin(app, live).await?;
    if let Some(before) = key.take(&mut work).await? {
        return Ok(CallId::new(before));
    }
    let result = attempt(&mut work, act).await.map(|id| (id.uuid(), id));
    key.settle(work, result).await
}

async fn attempt(work: &mut Work<'_>, act: &Act) -> Result<CallId, Trouble> {
    let (store, now) = (work.live.id, work.now);
    let (id, changed) = match act {
        Act::Make { device, slot, variant, wish, words } => {
            call::end_older(&mut work.tx, store, device, over_before(now), now).await?;
            let times = CallTimes { asked_at: now, answered_at: None, closed_at: None };
            let id = CallId::new(Uuid::now_v7());
            let (slot, variant, wish, words) = (*slot, *variant, *wish, words.clone());
            let kept = Kept { id, slot, variant, wish, words, times, answered_by: None, withdrawn: false };
            match call::insert(&mut work.tx, store, device, &kept).await? {
                true => (id, true),
                false => (call::latest(&mut work.tx, store, device).await?.ok_or_else(unknown)?.id, false),
            }
        }
        Act::Answer(id, by) => (*id, answer(work, *id, *by).await?),
        Act::Close(id) => (*id, end(work, *id, false).await?),
        Act::Withdraw(id) => (*id, end(work, *id, true).await?),
    };
    if changed {
        work.happened(Happening::Call { call: id });
    }
    Ok(id)
}

/// Whoever presses first comes; pressing again changes nothing.
async fn answer(work: &mut Work<'_>, id: CallId, by: PersonId) -> Result<bool, Trouble> {
    let kept = call::get(&mut work.tx, work.live.id, id).await?.ok_or_else(unknown)?;
    if kept.times.state(work.now) == CallState::Closed {
        return Err(unknown().into());
    }
    if call::answer(&mut work.tx, work.live.id, id, by, work.now).await? {
        return Ok(true);
    }
    match call::get(&mut work.tx, work.live.id, id).await?.filter(|kept| kept.times.closed_at.is_none()) {
        None => Err(unknown().into()),
        Some(kept) if kept.answered_by == Some(by) => Ok(false),
        Some(_) => Err(Failure::new(Code::WrongState, "somebody else is coming").into()),
    }
}

/// What is over stays as it ended.
async fn end(work: &mut Work<'_>, id: CallId, withdrawn: bool) -> Result<bool, Trouble> {
    if call::close(&mut work.tx, work.live.id, id, withdrawn, work.now).await? {
        return Ok(true);
    }
    call::get(&mut work.tx, work.live.id, id).await?.ok_or_else(unknown)?;
    Ok(false)
}
