//! The beginning: units that are free are kept. Holds that have run out are released first, in the same transaction, so
//! nothing waits for the sweep.

use super::act::Act;
use super::step;
use crate::app::App;
use crate::command::Key;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store;
use crate::store::reservation::Kept;
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use api::event::Happening;
use api::reservation::Wish;
use domain::curation::Measure;
use domain::ids::{ReservationId, VariantId};
use domain::pause::is_on;
use domain::reservation::{Actor, Asked, Reservation, Shortage, hold};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Holds what is asked; the reservation's id. A repeated key gives the first one again.
///
/// # Errors
/// `NotEnough` with the present figures, `NotInRange`, or the database's.
pub async fn hold_units(app: &App, live: &LiveStore, key: &Key, wishes: &[Wish], accept_partial: bool) -> Result<ReservationId, Failure> {
    retry(|| async {
        let mut work = Work::begin(app, live).await?;
        if let Some(before) = key.take(&mut work).await? {
            return Ok(ReservationId::new(before));
        }
        let result = attempt(&mut work, wishes, accept_partial).await.map(|id| (id.uuid(), id));
        key.settle(work, result).await
    })
    .await
}

async fn attempt(work: &mut Work<'_>, wishes: &[Wish], accept_partial: bool) -> Result<ReservationId, Trouble> {
    refuse_in_pause(work).await?;
    let variants: BTreeSet<VariantId> = wishes.iter().map(|wish| wish.variant).collect();
    release_expired(work, &variants).await?;
    work.lock_stock(variants).await?;
    let mut asked = Vec::new();
    for Wish { variant, quantity } in wishes.iter().copied() {
        let stock =
            work.stock(variant).ok_or_else(|| Failure::new(Code::NotInRange, "this store does not have it").param("variant", variant))?;
        asked.push(Asked { variant, quantity, available: stock.available() });
    }
    let id = ReservationId::new(Uuid::now_v7());
    let machine = hold(id, work.live.id, &asked, accept_partial, work.now, &step::timers(work)).map_err(|short| not_enough(&short))?;
    keep(work, machine).await?;
    Ok(id)
}

/// Read from the database, not the snapshot: a pause counts from its commit, on every node.
async fn refuse_in_pause(work: &mut Work<'_>) -> Result<(), Trouble> {
    let pause = store::pause::get(&mut work.tx, work.live.id).await?.filter(|pause| is_on(pause.until, work.now));
    let refused = |pause: store::pause::Kept| {
        let failure = Failure::new(Code::Paused, "the store takes no reservations until then");
        failure.param("reason", pause.reason.name()).param("words", pause.words).param("until", pause.until.to_rfc3339())
    };
    pause.map_or(Ok(()), |pause| Err(refused(pause).into()))
}

/// Rows of reservations are locked before rows of stock, everywhere.
pub(super) async fn release_expired(work: &mut Work<'_>, variants: &BTreeSet<VariantId>) -> Result<(), Trouble> {
    let mut expired = BTreeSet::new();
    for variant in variants {
        expired.extend(store::reservation::expired_on(&mut work.tx, work.live.id, *variant, work.now).await?);
    }
    let mut locked = Vec::new();
    let mut rows = variants.clone();
    for id in expired {
        if let Some(kept) = store::reservation::lock(&mut work.tx, work.live.id, id).await? {
            rows.extend(kept.machine.lines.iter().map(|line| line.variant));
            locked.push(kept);
        }
    }
    // All rows at once and in order, before any of the steps locks its own.
    work.lock_stock(rows).await?;
    for kept in locked {
        step::step(work, kept, &Act::Clock, Actor::Clock).await?;
    }
    Ok(())
}

async fn keep(work: &mut Work<'_>, machine: Reservation) -> Result<(), Trouble> {
    work.claim(machine.lines.iter().map(|line| (line.variant, i64::from(line.held))))?;
    for line in &machine.lines {
        // Whoever holds one wishes for it.
        work.count(line.variant, Measure::Reserve, line.held);
        work.count(line.variant, Measure::Wish, 1);
    }
    let (reservation, state, version) = (machine.id, machine.state, machine.version);
    let kept = Kept { machine, placed_at: None, code_epoch: 0, number: None, nickname: None, contact: None, language: None, notice: None };
    step::save(work, &kept).await?;
    work.happened(Happening::Reservation { reservation, state, version });
    Ok(())
}

fn not_enough(shortages: &[Shortage]) -> Failure {
    let present: Vec<_> = shortages
        .iter()
        .map(|short| serde_json::json!({ "variant": short.variant, "requested": short.requested, "available": short.available }))
        .collect();
    let fewest = shortages.iter().map(|short| short.available).min().unwrap_or(0);
    Failure::new(Code::NotEnough, "less is free than was asked for").param("available", fewest).present(&present)
}
