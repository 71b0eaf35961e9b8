//! Proves the invariants of domain.md on a database, and names the rows where one fails.

mod people;
mod proofs;
mod repair;

use crate::clock::Clock;
use crate::store::{Ask, Row, Store, StoreError};
use domain::Instant;
use proofs::PROOFS;

pub use repair::{Repair, repair};

/// An invariant that does not hold, with the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub invariant: &'static str,
    /// Store, variant or reservation, and the figures.
    pub row: String,
}

/// How many invariants are proved.
pub fn count() -> usize {
    PROOFS.len() + people::COUNT
}

/// All violations; none is a clean database.
///
/// # Errors
/// When the database is away.
pub async fn run(store: &Store) -> Result<Vec<Violation>, StoreError> {
    run_at(store, Clock::default().now()).await
}

/// The same at some moment.
///
/// # Errors
/// When the database is away.
pub async fn run_at(store: &Store, now: Instant) -> Result<Vec<Violation>, StoreError> {
    run_in(&mut store.read().await?, now).await
}

/// The same as a transaction sees it.
///
/// # Errors
/// When the database is away.
pub async fn run_in(ask: &mut (impl Ask + Send), now: Instant) -> Result<Vec<Violation>, StoreError> {
    let mut violations = Vec::new();
    for proof in PROOFS {
        let rows = ask.fetch(proof.sql, &[]).await?;
        violations.extend(rows.iter().map(|row| Violation { invariant: proof.invariant, row: described(row, proof.columns) }));
    }
    violations.extend(people::numbers(ask).await?);
    violations.extend(people::forgotten(ask, now).await?);
    Ok(violations)
}

fn described(row: &Row, columns: &[&str]) -> String {
    let value = |index: usize| match (row.text_or_null(index), row.int_or_null(index)) {
        (Ok(Some(text)), _) => text.to_owned(),
        (_, Ok(Some(int))) => int.to_string(),
        _ => "nothing".to_owned(),
    };
    columns.iter().enumerate().map(|(index, column)| format!("{column} {}", value(index))).collect::<Vec<_>>().join(", ")
}
