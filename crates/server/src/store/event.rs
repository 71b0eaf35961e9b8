//! What happened, in gap-free numbers per store.

use super::{Ask, Row, StoreError, Tx, int, text, text_or_null};
use api::event::Happening;
use domain::Instant;
use domain::ids::{ReservationId, StoreId, VariantId};

/// Who may hear of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Anybody.
    Public,
    /// People of the store, and the holder of the reservation's token.
    Staff,
}

/// An event as it is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who may hear of it.
    pub audience: Audience,
    /// The reservation it is about.
    pub reservation: Option<ReservationId>,
    /// What.
    pub what: Happening,
}

impl Kept {
    /// The variant whose figure changed, where that is what happened.
    pub fn stock_of(&self) -> Option<VariantId> {
        match self.what {
            Happening::Stock { variant, .. } => Some(variant),
            _ => None,
        }
    }
}

/// Takes the next numbers and writes the events. Last in the transaction: the counter's row is held until the commit,
/// which is what makes the numbers gap-free.
///
/// # Errors
/// When the database refuses.
pub async fn append(tx: &mut Tx, store: StoreId, now: Instant, happenings: &[Happening]) -> Result<(), StoreError> {
    let count = i64::try_from(happenings.len()).unwrap_or(0);
    let sql = "INSERT INTO event_counter (store_id, seq, at) VALUES ($1, $2, $3) \
               ON CONFLICT (store_id) DO UPDATE SET seq = event_counter.seq + excluded.seq, \
               at = CASE WHEN excluded.at > event_counter.at THEN excluded.at ELSE event_counter.at END RETURNING seq, at";
    let row = tx.fetch_one(sql, &[text(store), int(count), now.into()]).await?;
    let row = row.ok_or_else(|| StoreError::Corrupt("the counter returned nothing".into()))?;
    // The store's time never runs backwards, even when the machine's does.
    let (last, at) = (row.int(0)?, row.instant(1)?);
    for (seq, what) in (last - count + 1..).zip(happenings) {
        insert(tx, store, seq, at, what).await?;
    }
    Ok(())
}

async fn insert(tx: &mut Tx, store: StoreId, seq: i64, at: Instant, what: &Happening) -> Result<(), StoreError> {
    let (audience, reservation) = match what {
        Happening::Reservation { reservation, .. } => ("staff", Some(*reservation)),
        Happening::Putback | Happening::Shortfall => ("staff", None),
        _ => ("public", None),
    };
    let body = serde_json::to_string(what).map_err(|error| StoreError::Corrupt(error.to_string()))?;
    let sql = "INSERT INTO event (store_id, seq, at, audience, reservation_id, body) VALUES ($1, $2, $3, $4, $5, $6)";
    let values = [text(store), int(seq), at.into(), text(audience), text_or_null(reservation), text(body)];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Events after `since`, in order, at most `limit`.
///
/// # Errors
/// When the database is away.
pub async fn after(ask: &mut (impl Ask + Send), store: StoreId, since: i64, limit: u32) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT seq, at, audience, reservation_id, body FROM event WHERE store_id = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    let rows = ask.fetch(sql, &[text(store), int(since), int(limit)]).await?;
    rows.iter().map(decode).collect()
}

/// The last number; 0 before anything happened.
///
/// # Errors
/// When the database is away.
pub async fn last(ask: &mut (impl Ask + Send), store: StoreId) -> Result<i64, StoreError> {
    let row = ask.fetch_one("SELECT seq FROM event_counter WHERE store_id = $1", &[text(store)]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        seq: row.int(0)?,
        at: row.instant(1)?,
        audience: if row.text(2)? == "public" { Audience::Public } else { Audience::Staff },
        reservation: row.parse_or_null(3)?,
        what: serde_json::from_str(row.text(4)?).unwrap_or(Happening::Other),
    })
}
