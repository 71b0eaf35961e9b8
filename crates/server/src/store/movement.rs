//! The ledger, read backwards.

use super::{Ask, Row, StoreError, int, text};
use domain::Instant;
use domain::ids::{MovementId, StoreId, VariantId};
use domain::stock::{Bucket, Reason, Transfer};

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: MovementId,
    /// When.
    pub at: Instant,
    /// What moved.
    pub transfer: Transfer,
    /// Who caused it: a person's id, `shopper`, `clock`, `import`.
    pub actor: String,
    /// The day's number of the order that it was for.
    pub number: Option<u32>,
}

/// A variant's lines before a place in the ledger, the latest first.
///
/// # Errors
/// When the database is away.
pub async fn before(
    ask: &mut (impl Ask + Send),
    store: StoreId,
    variant: VariantId,
    place: Option<(Instant, MovementId)>,
    limit: u32,
) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT m.movement_id, m.at, m.quantity, m.from_bucket, m.to_bucket, m.reason, m.actor, r.number FROM movement m \
               LEFT JOIN reservation r ON r.store_id = m.store_id AND r.reservation_id = m.reference \
               WHERE m.store_id = $1 AND m.variant_id = $2 AND (m.at < $3 OR (m.at = $3 AND m.movement_id < $4)) \
               ORDER BY m.at DESC, m.movement_id DESC LIMIT $5";
    let (at, id) = place.map_or((Instant::from_millis(i64::MAX), String::new()), |(at, id)| (at, id.to_string()));
    ask.fetch(sql, &[text(store), text(variant), at.into(), text(id), int(limit)]).await?.iter().map(decode).collect()
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    let bucket = |column: usize| {
        let name = row.text(column)?;
        let known = Bucket::ALL.into_iter().find(|bucket| bucket.name() == name);
        known.ok_or_else(|| StoreError::Corrupt(format!("{name} is no bucket")))
    };
    let reason = row.text(5)?;
    let reason = Reason::ALL.into_iter().find(|known| known.name() == reason).unwrap_or(Reason::Other);
    let number = row.int_or_null(7)?.and_then(|number| u32::try_from(number).ok());
    let transfer = Transfer { from: bucket(3)?, to: bucket(4)?, quantity: row.number(2)?, reason };
    Ok(Kept { id: row.parse(0)?, at: row.instant(1)?, transfer, actor: row.text(6)?.to_owned(), number })
}
