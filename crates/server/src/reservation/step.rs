//! One step of the machine inside a transaction: what the machine answers is written down, units, tasks and events with it.

use super::act::{Act, Proof};
use crate::failure::Failure;
use crate::hours;
use crate::live::snapshot::Snapshot;
use crate::store::reservation::{Hashes, Kept};
use crate::store::{self, StoreError};
use crate::trouble::Trouble;
use crate::work::Work;
use api::Code;
use api::event::Happening;
use domain::crockford::PickupCode;
use domain::curation::Measure;
use domain::ids::{NoticeId, PutbackId, VariantId};
use domain::reservation::{Actor, Command, Effect, Frozen, Outcome, Refusal, State, Substitute, Timers, advance, next_due};
use domain::stock::{Bucket, Reason, Transfer};
use uuid::Uuid;

/// How it went.
pub enum Stepped {
    /// Written down, or there was nothing to do.
    Done,
    /// Nothing was written.
    Refused(Refusal),
}

/// Asks the machine and writes what it answers. The reservation's row is locked by the caller.
///
/// # Errors
/// A wrong code, or the database's.
pub async fn step(work: &mut Work<'_>, mut kept: Kept, act: &Act, actor: Actor) -> Result<Stepped, Trouble> {
    work.lock_stock(touched(&kept, act)).await?;
    let command = command(work, &kept, act).await?;
    let outcome = match advance(&kept.machine, command, actor, work.now, &timers(work)) {
        Ok(outcome) if outcome.reservation == kept.machine => return Ok(Stepped::Done),
        Ok(outcome) => outcome,
        Err(refusal) => return Ok(Stepped::Refused(refusal)),
    };
    if let Act::Confirm { nickname, contact, language } = act {
        kept.placed_at = Some(work.now);
        (kept.nickname, kept.contact, kept.language) = (Some(nickname.clone()), contact.clone(), *language);
    }
    write(work, kept, outcome, actor).await?;
    Ok(Stepped::Done)
}

fn touched(kept: &Kept, act: &Act) -> Vec<VariantId> {
    let substitute = match act {
        Act::Decide { substitute, .. } => *substitute,
        _ => None,
    };
    kept.machine.lines.iter().map(|line| line.variant).chain(substitute).collect()
}

async fn command(work: &mut Work<'_>, kept: &Kept, act: &Act) -> Result<Command, Trouble> {
    let snapshot = work.live.snapshot();
    let is_scarce = is_scarce(&snapshot, kept);
    let waits_from = |from| match is_scarce {
        true => hours::scarce_pickup_by(&snapshot.store, from),
        false => hours::pickup_by(&snapshot.store, from),
    };
    let pickup_by = || waits_from(work.now);
    Ok(match act.clone() {
        Act::Activity => Command::Activity,
        Act::Confirm { contact, .. } => {
            let queue = store::reservation::count_to_pick(&mut work.tx, work.live.id).await?;
            let promised_at = hours::promise(&snapshot.store, work.now, queue);
            let frozen = kept.machine.lines.iter().map(|line| frozen(work, line.variant)).collect();
            Command::Confirm { frozen, promised_at, has_contact: contact.is_some() }
        }
        Act::Cancel => Command::Cancel,
        Act::Accept(picker) => Command::Accept { picker },
        Act::Unaccept => Command::Unaccept,
        Act::Scan(variant) => Command::Scan { variant },
        Act::Unpick(variant) => Command::Unpick { variant },
        Act::Short { variant, quantity, because, substitutes } => Command::Short { variant, quantity, because, substitutes },
        Act::TakeInHand { variant, quantity, substitutes } => Command::TakeInHand { variant, quantity, substitutes },
        Act::Decide { variant, substitute } => {
            let free = |variant| work.stock(variant).map_or(0, |stock| u32::try_from(stock.available()).unwrap_or(0));
            Command::Decide { variant, substitute: substitute.map(|variant| Substitute { variant, available: free(variant) }) }
        }
        Act::Ready { bin } => Command::Ready { bin, pickup_by: pickup_by() },
        Act::Notified => Command::Notified { pickup_by: pickup_by() },
        Act::Collect { proof, refused } => {
            prove(work, kept, &proof)?;
            Command::Collect { refused }
        }
        // As long again as it has, not than today.
        Act::Extend => Command::Extend { pickup_by: waits_from(kept.machine.pickup_by.unwrap_or(work.now)) },
        Act::Reject { reason } => Command::Reject { reason },
        Act::Clock => Command::Clock,
    })
}

/// The store's own.
pub(super) fn timers(work: &Work<'_>) -> Timers {
    work.live.snapshot().store.settings.timers
}

/// Something on the order carries the store's tag for what is scarce.
fn is_scarce(snapshot: &Snapshot, kept: &Kept) -> bool {
    let Some(tag) = &snapshot.store.settings.scarce_tag else { return false };
    let has_tag = |tags: &domain::Text| tags.iter().any(|(_, tags)| tags.lines().any(|one| one.eq_ignore_ascii_case(tag)));
    kept.machine
        .lines
        .iter()
        .filter(|line| line.held > 0)
        .filter_map(|line| snapshot.catalogue.variant(line.variant))
        .any(|(product, _)| has_tag(&product.tags))
}

fn frozen(work: &Work<'_>, variant: VariantId) -> Frozen {
    let snapshot = work.live.snapshot();
    match snapshot.catalogue.variant(variant) {
        Some((product, variant)) => Frozen { title: product.name.clone(), price: snapshot.price(variant.id).map(|price| price.now) },
        None => Frozen { title: domain::Text::default(), price: None },
    }
}

fn prove(work: &Work<'_>, kept: &Kept, proof: &Proof) -> Result<(), Trouble> {
    let right = match proof {
        Proof::Override(reason) => !reason.trim().is_empty(),
        Proof::Code(text) => text.parse::<PickupCode>().is_ok_and(|code| code == work.app.secret().code(kept.machine.id, kept.code_epoch)),
    };
    match (right, proof) {
        (true, _) => Ok(()),
        (false, Proof::Override(_)) => Err(Failure::new(Code::NoReason, "give a reason").into()),
        (false, Proof::Code(_)) => Err(Failure::new(Code::WrongCode, "the code opens no order that is ready in this store").into()),
    }
}

async fn write(work: &mut Work<'_>, mut kept: Kept, outcome: Outcome, actor: Actor) -> Result<(), Trouble> {
    let (by, reference) = (actor_name(actor), kept.machine.id.to_string());
    work.claim(outcome.claim_changes(&kept.machine))?;
    for (variant, transfer) in outcome.transfers.iter().filter(|(_, transfer)| transfer.to == Bucket::Sold) {
        work.count(*variant, Measure::Sale, transfer.quantity);
    }
    kept.machine = outcome.reservation;
    freeze_substitutes(work, &mut kept);
    for (variant, transfer) in outcome.transfers {
        if let Some(transfer) = known(work, variant, transfer, &by, &reference).await? {
            work.transfer(variant, transfer, &by, &reference).await?;
        }
    }
    for effect in outcome.effects {
        follow_up(work, &mut kept, effect).await?;
    }
    save(work, &kept).await?;
    let (reservation, state, version) = (kept.machine.id, kept.machine.state, kept.machine.version);
    work.happened(Happening::Reservation { reservation, state, version });
    Ok(())
}

/// What moves, once the ledger knows of units that it takes to be elsewhere. An order that went back to the queue left its goods on
/// their way to the shelf: whoever scans one again has it in hand, so it is put back first, out of the oldest task. A unit in hand that
/// somebody counted away is found; one that nobody finds may have been counted away already.
async fn known(
    work: &mut Work<'_>,
    variant: VariantId,
    transfer: Transfer,
    by: &str,
    reference: &str,
) -> Result<Option<Transfer>, Trouble> {
    let Some(stock) = work.stock(variant).copied().filter(|_| transfer.from == Bucket::Floor) else { return Ok(Some(transfer)) };
    let lacking = transfer.quantity.saturating_sub(stock.floor);
    let returned = lacking.min(stock.putback);
    if returned > 0 {
        let back = Transfer { from: Bucket::Putback, to: Bucket::Floor, quantity: returned, reason: Reason::PutBack };
        work.transfer(variant, back, by, reference).await?;
        store::putback::shrink(&mut work.tx, work.live.id, variant, returned, work.now).await?;
        work.happened(Happening::Putback);
    }
    let unknown = lacking - returned;
    if unknown > 0 && matches!(transfer.to, Bucket::Bin | Bucket::Sold) {
        let found = Transfer { from: Bucket::Found, to: Bucket::Floor, quantity: unknown, reason: Reason::Adjusted };
        work.transfer(variant, found, by, reference).await?;
        return Ok(Some(transfer));
    }
    let quantity = transfer.quantity - unknown;
    Ok((quantity > 0).then_some(Transfer { quantity, ..transfer }))
}

/// A line that came in place of another has its own price, from the moment it came.
fn freeze_substitutes(work: &Work<'_>, kept: &mut Kept) {
    if kept.machine.state != State::Held {
        for line in kept.machine.lines.iter_mut().filter(|line| line.frozen.is_none()) {
            line.frozen = Some(frozen(work, line.variant));
        }
    }
}

async fn follow_up(work: &mut Work<'_>, kept: &mut Kept, effect: Effect) -> Result<(), StoreError> {
    match effect {
        Effect::IssueCode => {
            let day = hours::day(&work.live.snapshot().store, work.now);
            kept.number = Some(store::reservation::next_number(&mut work.tx, work.live.id, &day).await?);
            kept.code_epoch += 1;
        }
        Effect::PutBack { variant, quantity } => {
            let (id, reservation) = (PutbackId::new(Uuid::now_v7()), kept.machine.id);
            let task = store::putback::Task { id, variant, quantity, reservation, since: work.now, done_at: None };
            store::putback::insert(&mut work.tx, work.live.id, &task).await?;
            work.happened(Happening::Putback);
        }
        // Without an address the open ticket is the notice.
        Effect::Notify(what) if kept.contact.is_some() => {
            let id = NoticeId::new(Uuid::now_v7());
            store::notice::insert(&mut work.tx, work.live.id, id, kept.machine.id, what, work.now).await?;
        }
        Effect::Notify(_) => {}
        Effect::TellManager => tracing::warn!(store = work.live.slug, reservation = %kept.machine.id, "nobody accepted it in time"),
    }
    Ok(())
}

/// Something changed that the machine does not know, what became of a notice: the version grows, so that screens read it anew.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn touch(work: &mut Work<'_>, mut kept: Kept) -> Result<(), StoreError> {
    kept.machine.version += 1;
    save(work, &kept).await?;
    let (reservation, state, version) = (kept.machine.id, kept.machine.state, kept.machine.version);
    work.happened(Happening::Reservation { reservation, state, version });
    Ok(())
}

/// Writes the reservation with the hashes of its secrets; a code lives from confirm to the end.
pub(super) async fn save(work: &mut Work<'_>, kept: &Kept) -> Result<(), StoreError> {
    let secret = work.app.secret();
    let has_code = kept.code_epoch > 0 && !kept.machine.state.is_terminal();
    let hashes = Hashes {
        token: secret.token_hash(&secret.token(kept.machine.id)),
        code: has_code.then(|| secret.code_hash(&secret.code(kept.machine.id, kept.code_epoch))),
    };
    let due = next_due(&kept.machine, &timers(work));
    store::reservation::save(&mut work.tx, kept, &hashes, due).await
}

/// As written in the ledger.
fn actor_name(actor: Actor) -> String {
    match actor {
        Actor::Shopper => "shopper".to_owned(),
        Actor::Clock => "clock".to_owned(),
        Actor::Staff(person) => person.to_string(),
    }
}
