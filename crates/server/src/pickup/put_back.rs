//! `POST /api/v1/stores/{store}/putbacks/{putback}/done`

use super::view;
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::putback::{self, Task};
use crate::stores;
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use api::event::Happening;
use api::pickup::Putback;
use api::pickup::put_back::PutBack;
use domain::crockford::SlotCode;
use domain::ids::{PersonId, PutbackId};
use domain::stock::{Bucket, Reason, Transfer};

pub(super) async fn put_back(app: App, caller: Caller, ask: PutBack) -> Result<Putback, Failure> {
    let (live, person) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    let key = Key::new(format!("person:{person}"), caller.key()?, &(ask.putback, ask.slot));
    carry_back(&app, &live, &key, ask.putback, ask.slot, person).await?;
    let mut reader = app.store().read().await?;
    let task = putback::get(&mut reader, live.id, ask.putback).await?;
    Ok(view::putback(&live.snapshot(), &task.ok_or_else(unknown)?))
}

/// The goods of a task are in their slot again.
///
/// # Errors
/// `NoSuchPutback`, `NoSuchSlot` at another place, `WrongState` when they are back already, `KeyReused`, or the database's.
pub async fn carry_back(
    app: &App,
    live: &LiveStore,
    key: &Key,
    id: PutbackId,
    slot: Option<SlotCode>,
    person: PersonId,
) -> Result<(), Failure> {
    retry(|| once(app, live, key, id, slot, person)).await
}

fn unknown() -> Failure {
    Failure::new(Code::NoSuchPutback, "there is no such put-back task in this store")
}

async fn once(app: &App, live: &LiveStore, key: &Key, id: PutbackId, slot: Option<SlotCode>, person: PersonId) -> Result<(), Trouble> {
    let mut work = Work::begin(app, live).await?;
    if key.take(&mut work).await?.is_some() {
        return Ok(());
    }
    let result = attempt(&mut work, id, slot, person).await.map(|()| (id.uuid(), ()));
    key.settle(work, result).await
}

async fn attempt(work: &mut Work<'_>, id: PutbackId, slot: Option<SlotCode>, person: PersonId) -> Result<(), Trouble> {
    // Stock first, as everywhere: whoever scans one of these for an order has its row, and takes units out of the task.
    let variant = putback::get(&mut work.tx, work.live.id, id).await?.ok_or_else(unknown)?.variant;
    work.lock_stock([variant]).await?;
    let task = putback::lock(&mut work.tx, work.live.id, id).await?.ok_or_else(unknown)?;
    if task.done_at.is_some() {
        return Err(Failure::new(Code::WrongState, "it is back already").into());
    }
    right_slot(work, &task, slot)?;
    let transfer = Transfer { from: Bucket::Putback, to: Bucket::Floor, quantity: task.quantity, reason: Reason::PutBack };
    work.transfer(task.variant, transfer, &person.to_string(), &task.reservation.to_string()).await?;
    putback::finish(&mut work.tx, work.live.id, id, person, work.now).await?;
    work.happened(Happening::Putback);
    Ok(())
}

/// A scanned label must be one of the variant's own places; without a place on the map there is no label to scan.
fn right_slot(work: &Work<'_>, task: &Task, slot: Option<SlotCode>) -> Result<(), Failure> {
    let snapshot = work.live.snapshot();
    let places = snapshot.locations_of(task.variant);
    match slot {
        Some(slot) if !places.iter().any(|place| place.slot == slot) => {
            let sign = places.first().map(domain::planogram::Location::sign).unwrap_or_default();
            Err(Failure::new(Code::NoSuchSlot, "that is another place").param("slot", slot).param("sign", sign))
        }
        _ => Ok(()),
    }
}
