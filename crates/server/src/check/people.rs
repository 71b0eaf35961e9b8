//! What people were promised: a number of their own for the day, and to be forgotten.

use super::{Violation, described};
use crate::hours;
use crate::store::{Ask, StoreError, stores};
use domain::{Instant, Span};
use std::collections::HashMap;

/// How many invariants stand here.
pub(super) const COUNT: usize = 2;

/// domain.md §4: "destroyed ≤ 7 days after the end".
const KEPT_AT_MOST: Span = Span::hours(7 * 24);

/// A day is the store's own, which only its time zone tells.
pub(super) async fn numbers(ask: &mut (impl Ask + Send)) -> Result<Vec<Violation>, StoreError> {
    let stores: HashMap<String, stores::Kept> = stores::all(ask).await?.into_iter().map(|store| (store.id.to_string(), store)).collect();
    let sql = "SELECT store_id, reservation_id, number, placed_at FROM reservation WHERE number IS NOT NULL AND placed_at IS NOT NULL";
    let mut taken = HashMap::new();
    let mut violations = Vec::new();
    for row in ask.fetch(sql, &[]).await? {
        let Some(store) = stores.get(row.text(0)?) else { continue };
        let (day, number) = (hours::day(store, row.instant(3)?), row.int(2)?);
        if let Some(other) = taken.insert((store.id, day, number), row.text(1)?.to_owned()) {
            let row = format!("{}, and {other}", described(&row, &["store", "reservation", "number"]));
            violations.push(Violation { invariant: "a pickup number is given once a day and store", row });
        }
    }
    Ok(violations)
}

pub(super) async fn forgotten(ask: &mut (impl Ask + Send), now: Instant) -> Result<Vec<Violation>, StoreError> {
    let sql = "SELECT store_id, reservation_id, state, since FROM reservation WHERE since < $1 AND (nickname IS NOT NULL OR contact IS NOT NULL) \
               AND state IN ('collected', 'cancelled', 'rejected', 'expired', 'no-show')";
    let rows = ask.fetch(sql, &[(now - KEPT_AT_MOST).into()]).await?;
    let violation = |row| Violation {
        invariant: "who it was is forgotten within seven days of the end",
        row: described(row, &["store", "reservation", "state", "since"]),
    };
    Ok(rows.iter().map(violation).collect())
}
