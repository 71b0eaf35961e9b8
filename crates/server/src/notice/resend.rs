//! Staff sends a notice again.

use crate::command::Key;
use crate::failure::Failure;
use crate::reservation::act::{self, Order};
use crate::reservation::step;
use crate::store::notice;
use crate::store::reservation::{Kept, state_name};
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use domain::ids::NoticeId;
use domain::reservation::Notice;
use uuid::Uuid;

/// Does it once: a repeated key finds it done and changes nothing.
///
/// # Errors
/// `WrongState` where nobody is to be told anything; `Stale`, or the database's.
pub async fn resend(order: &Order<'_>, key: &Key) -> Result<(), Failure> {
    retry(|| async {
        let mut work = Work::begin(order.app, order.live).await?;
        if key.take(&mut work).await?.is_some() {
            return Ok(());
        }
        let result = attempt(order, &mut work).await.map(|()| (order.id.uuid(), ()));
        key.settle(work, result).await
    })
    .await
}

async fn attempt(order: &Order<'_>, work: &mut Work<'_>) -> Result<(), Trouble> {
    let kept = act::locked(order, work).await?;
    let state = kept.machine.state;
    let what = Notice::of(state).filter(|_| kept.contact.is_some() && !state.is_terminal());
    let nothing = || Failure::new(Code::WrongState, "there is nothing to tell, or no address").param("state", state_name(state));
    write(work, &kept, what.ok_or_else(nothing)?).await?;
    Ok(step::touch(work, kept).await?)
}

/// One that did not arrive is tried again under its id; of one that went out, another is written.
async fn write(work: &mut Work<'_>, kept: &Kept, what: Notice) -> Result<(), Trouble> {
    let (store, reservation, now) = (work.live.id, kept.machine.id, work.now);
    match kept.notice.as_ref().filter(|notice| notice.sent_at.is_none()) {
        Some(unsent) => notice::again(&mut work.tx, store, unsent.id, now).await?,
        None => notice::insert(&mut work.tx, store, NoticeId::new(Uuid::now_v7()), reservation, what, now).await?,
    }
    Ok(())
}
