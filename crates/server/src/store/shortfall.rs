//! Shortfalls: open exactly while more is claimed than is on the floor.

use super::reservation::state_named;
use super::{Ask, Row, StoreError, Tx, text, text_or_null};
use domain::Instant;
use domain::ids::{PersonId, ReservationId, ShortfallId, StoreId, VariantId};
use domain::reservation::State;

/// An open one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: ShortfallId,
    /// Of what.
    pub variant: VariantId,
    /// Who sees to it.
    pub owner: Option<PersonId>,
    /// Since when.
    pub opened_at: Instant,
    /// Units that are promised and not there.
    pub units: u32,
}

/// A line that waits for units that are not picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Whose.
    pub reservation: ReservationId,
    /// The day's number.
    pub number: Option<u32>,
    /// Where the order is.
    pub state: State,
    /// How many.
    pub units: u32,
}

/// Opens one, or closes the open one, as the figure asks; whether it did either.
///
/// # Errors
/// When the database refuses.
pub async fn settle(
    tx: &mut Tx,
    store: StoreId,
    variant: VariantId,
    short: bool,
    id: ShortfallId,
    now: Instant,
) -> Result<bool, StoreError> {
    let sql = "SELECT shortfall_id FROM shortfall WHERE store_id = $1 AND variant_id = $2 AND closed_at IS NULL";
    let open = tx.fetch_one(sql, &[text(store), text(variant)]).await?;
    match (short, open) {
        (true, None) => {
            let sql = "INSERT INTO shortfall (store_id, shortfall_id, variant_id, opened_at) VALUES ($1, $2, $3, $4)";
            tx.execute(sql, &[text(store), text(id), text(variant), now.into()]).await?;
        }
        (false, Some(row)) => {
            let sql = "UPDATE shortfall SET closed_at = $3 WHERE store_id = $1 AND shortfall_id = $2";
            tx.execute(sql, &[text(store), text(row.text(0)?), now.into()]).await?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// All open ones, the oldest first.
///
/// # Errors
/// When the database is away.
pub async fn open(ask: &mut (impl Ask + Send), store: StoreId) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT f.shortfall_id, f.variant_id, f.owner_id, f.opened_at, s.claimed - s.floor FROM shortfall f \
               JOIN stock s ON s.store_id = f.store_id AND s.variant_id = f.variant_id \
               WHERE f.store_id = $1 AND f.closed_at IS NULL ORDER BY f.opened_at, f.shortfall_id";
    ask.fetch(sql, &[text(store)]).await?.iter().map(decode).collect()
}

/// The open one of a variant.
///
/// # Errors
/// When the database is away.
pub async fn of(ask: &mut (impl Ask + Send), store: StoreId, variant: VariantId) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT f.shortfall_id, f.variant_id, f.owner_id, f.opened_at, s.claimed - s.floor FROM shortfall f \
               JOIN stock s ON s.store_id = f.store_id AND s.variant_id = f.variant_id \
               WHERE f.store_id = $1 AND f.variant_id = $2 AND f.closed_at IS NULL";
    ask.fetch_one(sql, &[text(store), text(variant)]).await?.map(|row| decode(&row)).transpose()
}

/// Says who sees to an open one; whether there is one.
///
/// # Errors
/// When the database refuses.
pub async fn own(tx: &mut Tx, store: StoreId, id: ShortfallId, owner: Option<PersonId>) -> Result<bool, StoreError> {
    let sql = "UPDATE shortfall SET owner_id = $3 WHERE store_id = $1 AND shortfall_id = $2 AND closed_at IS NULL";
    Ok(tx.execute(sql, &[text(store), text(id), text_or_null(owner)]).await? > 0)
}

/// Who waits for a variant: lines of live orders that are not picked, the earliest order first.
///
/// # Errors
/// When the database is away.
pub async fn waiting(ask: &mut (impl Ask + Send), store: StoreId, variant: VariantId) -> Result<Vec<Waiting>, StoreError> {
    let sql = "SELECT r.reservation_id, r.number, r.state, l.held - l.picked FROM reservation_line l \
               JOIN reservation r ON r.store_id = l.store_id AND r.reservation_id = l.reservation_id \
               WHERE l.store_id = $1 AND l.variant_id = $2 AND l.held > l.picked \
               AND r.state IN ('held', 'placed', 'picking', 'needs-decision') ORDER BY r.held_at, r.reservation_id";
    let rows = ask.fetch(sql, &[text(store), text(variant)]).await?;
    let waiting = |row: &Row| {
        let number = row.int_or_null(1)?.and_then(|number| u32::try_from(number).ok());
        Ok(Waiting { reservation: row.parse(0)?, number, state: state_named(row.text(2)?)?, units: row.number(3)? })
    };
    rows.iter().map(waiting).collect()
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    let units = u32::try_from(row.int(4)?).unwrap_or(0);
    Ok(Kept { id: row.parse(0)?, variant: row.parse(1)?, owner: row.parse_or_null(2)?, opened_at: row.instant(3)?, units })
}
