//! A reservation's lines.

use super::super::{Ask, Row, StoreError, Tx, int, int_or_null, text, text_or_null};
use domain::Money;
use domain::ids::{ReservationId, StoreId, VariantId};
use domain::reservation::{Because, Frozen, Line, Missing, Reservation};

/// All of one reservation, in their order.
pub(super) async fn of(ask: &mut (impl Ask + Send), store: StoreId, id: ReservationId) -> Result<Vec<Line>, StoreError> {
    let sql = "SELECT variant_id, requested, held, picked, collected, title, price_minor, currency, missing, because, substitutes \
               FROM reservation_line WHERE store_id = $1 AND reservation_id = $2 ORDER BY position";
    ask.fetch(sql, &[text(store), text(id)]).await?.iter().map(decode).collect()
}

pub(super) async fn save(tx: &mut Tx, machine: &Reservation, position: usize, line: &Line) -> Result<(), StoreError> {
    let sql = "INSERT INTO reservation_line (store_id, reservation_id, variant_id, position, requested, held, picked, collected, \
               title, price_minor, currency, missing, because, substitutes) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
               ON CONFLICT (store_id, reservation_id, variant_id) DO UPDATE SET position = excluded.position, \
               requested = excluded.requested, held = excluded.held, picked = excluded.picked, collected = excluded.collected, \
               title = excluded.title, price_minor = excluded.price_minor, currency = excluded.currency, \
               missing = excluded.missing, because = excluded.because, substitutes = excluded.substitutes";
    let unwritable = |error: serde_json::Error| StoreError::Corrupt(error.to_string());
    let title = line.frozen.as_ref().map(|frozen| serde_json::to_string(&frozen.title)).transpose().map_err(unwritable)?;
    let price = line.frozen.as_ref().and_then(|frozen| frozen.price);
    let substitutes = line.missing.as_ref().map(|missing| serde_json::to_string(&missing.substitutes)).transpose().map_err(unwritable)?;
    let values = [
        text(machine.store),
        text(machine.id),
        text(line.variant),
        int(i64::try_from(position).unwrap_or(0)),
        int(line.requested),
        int(line.held),
        int(line.picked),
        int(line.collected),
        text_or_null(title),
        int_or_null(price.map(|price| price.minor)),
        text_or_null(price.map(|price| price.currency)),
        int_or_null(line.missing.as_ref().map(|missing| missing.quantity)),
        text_or_null(line.missing.as_ref().map(|missing| because_name(missing.because))),
        text_or_null(substitutes),
    ];
    tx.execute(sql, &values).await?;
    Ok(())
}

fn decode(row: &Row) -> Result<Line, StoreError> {
    let unreadable = |error: serde_json::Error| StoreError::Corrupt(error.to_string());
    let price = match (row.int_or_null(6)?, row.parse_or_null(7)?) {
        (Some(minor), Some(currency)) => Some(Money { minor, currency }),
        _ => None,
    };
    let title = row.text_or_null(5)?.map(serde_json::from_str).transpose().map_err(unreadable)?;
    let substitutes = row.text_or_null(10)?.map(serde_json::from_str::<Vec<VariantId>>).transpose().map_err(unreadable)?;
    let because = row.text_or_null(9)?.map(|name| serde_json::from_value(name.into())).transpose().map_err(unreadable)?;
    let missing = row.int_or_null(8)?.map(|quantity| Missing {
        quantity: u32::try_from(quantity).unwrap_or(0),
        because: because.unwrap_or_default(),
        substitutes: substitutes.unwrap_or_default(),
    });
    Ok(Line {
        variant: row.parse(0)?,
        requested: row.number(1)?,
        held: row.number(2)?,
        picked: row.number(3)?,
        collected: row.number(4)?,
        frozen: title.map(|title| Frozen { title, price }),
        missing,
    })
}

/// The name in the database, the same as on the wire.
fn because_name(because: Because) -> &'static str {
    match because {
        Because::NotFound => "not-found",
        Because::Damaged => "damaged",
        Because::InHand => "in-hand",
        Because::Other => "other",
    }
}
