//! A change of the books by hand: a count, an adjustment, a move between floor and display.

use crate::app::App;
use crate::command::Key;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::count::{self, Counted, Task};
use crate::trouble::{Trouble, retry};
use crate::work::Work;
use api::Code;
use api::error::FieldProblem;
use api::event::Happening;
use domain::ids::{CountId, PersonId, VariantId};
use domain::stock::{Adjustment, MOST, Showing, Stock, Transfer};
use serde::Serialize;
use uuid::Uuid;

/// What a movement by hand refers to, where it is no count.
const BY_HAND: &str = "desk";

/// What is to change.
#[derive(Clone, Copy, Debug, Serialize)]
pub enum Change {
    /// So many stand on the floor.
    Count(u32),
    /// More or fewer, for a reason.
    Adjust(Adjustment, u32),
    /// Between floor and display.
    Move(Showing, u32),
}

/// A change with who asks for it and the floor's figure that they saw.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Of what.
    pub variant: VariantId,
    /// What.
    pub change: Change,
    /// Units on the floor that the desk said there were.
    pub expected: u32,
    /// Who.
    pub by: PersonId,
}

/// Carries it out.
///
/// # Errors
/// `Stale` where units came or went meanwhile, `TooMany` where more would be taken than there is, `BadInput`, `KeyReused`.
pub async fn carry_out(app: &App, live: &LiveStore, key: &Key, asked: Asked) -> Result<(), Failure> {
    sensible(asked.change)?;
    retry(|| once(app, live, key, asked)).await
}

fn sensible(change: Change) -> Result<(), Failure> {
    let (units, least) = match change {
        Change::Count(found) => (found, 0),
        Change::Adjust(_, units) | Change::Move(_, units) => (units, 1),
    };
    if units > MOST {
        return Err(Failure::new(Code::TooMany, "more than a shelf holds").param("atMost", MOST));
    }
    match units < least {
        true => Err(Failure::new(Code::BadInput, "one unit or more").field("quantity", FieldProblem::OutOfRange)),
        false => Ok(()),
    }
}

async fn once(app: &App, live: &LiveStore, key: &Key, asked: Asked) -> Result<(), Trouble> {
    let mut work = Work::begin(app, live).await?;
    if key.take(&mut work).await?.is_some() {
        return Ok(());
    }
    let result = attempt(&mut work, asked).await.map(|()| (asked.variant.uuid(), ()));
    key.settle(work, result).await
}

async fn attempt(work: &mut Work<'_>, asked: Asked) -> Result<(), Trouble> {
    let Asked { variant, change, expected, by } = asked;
    work.lock_stock([variant]).await?;
    let stock = work.stock(variant).copied().unwrap_or_default();
    if stock.floor != expected {
        return Err(Failure::new(Code::Stale, "units came or went meanwhile").param("expected", stock.floor).into());
    }
    match change {
        Change::Count(found) => counted(work, asked, stock, found).await,
        Change::Adjust(why, units) => moved(work, variant, stock, why.transfer(units), by).await,
        Change::Move(way, units) => moved(work, variant, stock, way.transfer(units), by).await,
    }
}

async fn moved(work: &mut Work<'_>, variant: VariantId, stock: Stock, transfer: Transfer, by: PersonId) -> Result<(), Trouble> {
    if let Err(not_enough) = stock.short_after(transfer) {
        let failure = Failure::new(Code::TooMany, "more than there is").param("atMost", not_enough.has);
        return Err(failure.into());
    }
    work.transfer(variant, transfer, &by.to_string(), BY_HAND).await
}

/// Whoever counts is the witness. What shoppers could not find is answered with it.
async fn counted(work: &mut Work<'_>, asked: Asked, stock: Stock, found: u32) -> Result<(), Trouble> {
    let Asked { variant, by, .. } = asked;
    let open = count::latest(&mut work.tx, work.live.id, variant).await?.filter(|task| task.counted.is_none());
    let id = match open {
        Some(task) => task.id,
        None => {
            let (id, now) = (CountId::new(Uuid::now_v7()), work.now);
            let task = Task { id, variant, slot: None, reported_at: now, asked_at: now, reports: 0, counted: None };
            count::insert(&mut work.tx, work.live.id, &task).await?;
            id
        }
    };
    if let Some(transfer) = stock.counted(found) {
        work.transfer(variant, transfer, &by.to_string(), &id.to_string()).await?;
    }
    work.prove(variant);
    count::finish(&mut work.tx, work.live.id, id, Counted { at: work.now, by, found }).await?;
    work.happened(Happening::Check { variant });
    Ok(())
}
