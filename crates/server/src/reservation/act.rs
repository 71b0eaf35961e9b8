//! One command on one reservation: key, version, step, commit.

use super::refusal;
use super::step::{self, Stepped};
use crate::app::App;
use crate::command::Key;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store;
use crate::store::reservation::Kept;
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use domain::Language;
use domain::ids::{PersonId, ReservationId, VariantId};
use domain::reservation::{Actor, Because};

/// What is asked, before the server adds what only it knows (prices, hours, free units).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The shopper is still there.
    Activity,
    /// The shopper gives a name.
    Confirm {
        /// To be called by.
        nickname: String,
        /// For the notice, in its normal form.
        contact: Option<String>,
        /// What the notice is written in.
        language: Option<Language>,
    },
    /// Called off.
    Cancel,
    /// Staff begins to pick.
    Accept(PersonId),
    /// Back to the queue.
    Unaccept,
    /// Into the bin.
    Scan(VariantId),
    /// Out of the bin.
    Unpick(VariantId),
    /// Not to be had after all.
    Short {
        /// What.
        variant: VariantId,
        /// How many.
        quantity: u32,
        /// Why.
        because: Because,
        /// What else there is.
        substitutes: Vec<VariantId>,
    },
    /// Sold to who has it in hand.
    TakeInHand {
        /// What.
        variant: VariantId,
        /// How many.
        quantity: u32,
        /// What else there is.
        substitutes: Vec<VariantId>,
    },
    /// What to take instead.
    Decide {
        /// What was not found.
        variant: VariantId,
        /// Nothing drops it.
        substitute: Option<VariantId>,
    },
    /// All in the bin.
    Ready {
        /// Its name.
        bin: String,
    },
    /// The shopper knows that it is ready: a channel took the notice, the ticket showed it, or staff said so.
    Notified,
    /// Handed over.
    Collect {
        /// What was shown, or why it goes without.
        proof: Proof,
        /// Not wanted after all.
        refused: Vec<(VariantId, u32)>,
    },
    /// Waits longer.
    Extend,
    /// The store cannot.
    Reject {
        /// Why.
        reason: String,
    },
    /// Time has passed.
    Clock,
}

/// What a handover rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The code, as typed or scanned.
    Code(String),
    /// A manager's word; the contract has checked the role.
    Override(String),
}

/// On which reservation, by whom.
pub struct Order<'a> {
    /// Everything else.
    pub app: &'a App,
    /// The store.
    pub live: &'a LiveStore,
    /// Which.
    pub id: ReservationId,
    /// By whom.
    pub actor: Actor,
    /// The version that the client saw, where the command carries one.
    pub version: Option<u32>,
}

/// Does it once: a repeated key finds it done and changes nothing.
///
/// # Errors
/// The rule's refusal, `Stale`, or the database's.
pub async fn carry_out(order: &Order<'_>, key: &Key, act: &Act) -> Result<(), Failure> {
    retry(|| async {
        let mut work = Work::begin(order.app, order.live).await?;
        if key.take(&mut work).await?.is_some() {
            return Ok(());
        }
        let result = attempt(order, &mut work, act).await.map(|()| (order.id.uuid(), ()));
        key.settle(work, result).await
    })
    .await
}

/// What the clock does, or a ticket that is looked at: no key, no version, and nothing when it is not due after all.
///
/// # Errors
/// When the database is away.
pub async fn tick(order: &Order<'_>, act: &Act) -> Result<(), Failure> {
    retry(|| async {
        let mut work = Work::begin(order.app, order.live).await?;
        attempt(order, &mut work, act).await?;
        Ok(work.finish().await?)
    })
    .await
}

async fn attempt(order: &Order<'_>, work: &mut Work<'_>, act: &Act) -> Result<(), Trouble> {
    let kept = locked(order, work).await?;
    if let Act::Decide { substitute: Some(substitute), .. } = act {
        // All rows that the step locks, so that they are locked in order.
        let variants = kept.machine.lines.iter().map(|line| line.variant).chain([*substitute]).collect();
        super::hold::release_expired(work, &variants).await?;
    }
    match step::step(work, kept, act, order.actor).await? {
        Stepped::Done => Ok(()),
        Stepped::Refused(refused) => Err(refusal::failure(&refused).into()),
    }
}

/// The reservation, as the client saw it and nobody else's until the end of the transaction.
///
/// # Errors
/// `NoSuchReservation`, `Stale`, or the database's.
pub(crate) async fn locked(order: &Order<'_>, work: &mut Work<'_>) -> Result<Kept, Trouble> {
    let kept = store::reservation::lock(&mut work.tx, order.live.id, order.id).await?;
    let kept = kept.ok_or_else(|| Failure::new(Code::NoSuchReservation, "there is no such reservation in this store"))?;
    let version = kept.machine.version;
    if order.version.is_some_and(|seen| seen != version) {
        let state = store::reservation::state_name(kept.machine.state);
        let failure = Failure::new(Code::Stale, format!("it is at version {version} by now")).param("version", version);
        return Err(failure.param("state", state).into());
    }
    Ok(kept)
}
