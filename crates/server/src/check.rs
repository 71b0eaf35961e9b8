//! Proves the invariants of domain.md on a database, and names the rows where one fails.

use crate::store::{Ask, Row, Store, StoreError};

/// An invariant that does not hold, with the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub invariant: &'static str,
    /// Store, variant or reservation, and the figures.
    pub row: String,
}

struct Proof {
    invariant: &'static str,
    /// Selects the rows that break it.
    sql: &'static str,
    columns: &'static [&'static str],
}

const PROOFS: &[Proof] = &[
    Proof {
        invariant: "a bucket is the sum of its movements",
        sql: "SELECT s.store_id, s.variant_id, s.floor, s.bin, s.putback, s.display, m.floor, m.bin, m.putback, m.display \
              FROM stock s LEFT JOIN (SELECT store_id, variant_id, \
              CAST(SUM(CASE WHEN to_bucket = 'floor' THEN quantity ELSE 0 END - CASE WHEN from_bucket = 'floor' THEN quantity ELSE 0 END) AS BIGINT) AS floor, \
              CAST(SUM(CASE WHEN to_bucket = 'bin' THEN quantity ELSE 0 END - CASE WHEN from_bucket = 'bin' THEN quantity ELSE 0 END) AS BIGINT) AS bin, \
              CAST(SUM(CASE WHEN to_bucket = 'putback' THEN quantity ELSE 0 END - CASE WHEN from_bucket = 'putback' THEN quantity ELSE 0 END) AS BIGINT) AS putback, \
              CAST(SUM(CASE WHEN to_bucket = 'display' THEN quantity ELSE 0 END - CASE WHEN from_bucket = 'display' THEN quantity ELSE 0 END) AS BIGINT) AS display \
              FROM movement GROUP BY store_id, variant_id) m ON m.store_id = s.store_id AND m.variant_id = s.variant_id \
              WHERE s.floor <> COALESCE(m.floor, 0) OR s.bin <> COALESCE(m.bin, 0) \
              OR s.putback <> COALESCE(m.putback, 0) OR s.display <> COALESCE(m.display, 0)",
        columns: &["store", "variant", "floor", "bin", "putback", "display", "moved floor", "moved bin", "moved putback", "moved display"],
    },
    Proof {
        invariant: "no bucket is negative",
        sql: "SELECT store_id, variant_id, floor, bin, putback, display, claimed FROM stock \
              WHERE floor < 0 OR bin < 0 OR putback < 0 OR display < 0 OR claimed < 0",
        columns: &["store", "variant", "floor", "bin", "putback", "display", "claimed"],
    },
    Proof {
        invariant: "claimed is the sum of live lines not yet picked",
        sql: "SELECT s.store_id, s.variant_id, s.claimed, COALESCE(c.units, 0) FROM stock s LEFT JOIN \
              (SELECT l.store_id, l.variant_id, CAST(SUM(l.held - l.picked) AS BIGINT) AS units FROM reservation_line l \
              JOIN reservation r ON r.store_id = l.store_id AND r.reservation_id = l.reservation_id \
              WHERE r.state IN ('held', 'placed', 'picking', 'needs-decision', 'ready') GROUP BY l.store_id, l.variant_id) c \
              ON c.store_id = s.store_id AND c.variant_id = s.variant_id WHERE s.claimed <> COALESCE(c.units, 0)",
        columns: &["store", "variant", "claimed", "live lines"],
    },
    Proof {
        invariant: "the bin holds what live lines have picked",
        sql: "SELECT s.store_id, s.variant_id, s.bin, COALESCE(c.units, 0) FROM stock s LEFT JOIN \
              (SELECT l.store_id, l.variant_id, CAST(SUM(l.picked) AS BIGINT) AS units FROM reservation_line l \
              JOIN reservation r ON r.store_id = l.store_id AND r.reservation_id = l.reservation_id \
              WHERE r.state IN ('picking', 'needs-decision', 'ready') GROUP BY l.store_id, l.variant_id) c \
              ON c.store_id = s.store_id AND c.variant_id = s.variant_id WHERE s.bin <> COALESCE(c.units, 0)",
        columns: &["store", "variant", "bin", "picked"],
    },
    Proof {
        invariant: "put-back tasks hold what is in put-back",
        sql: "SELECT s.store_id, s.variant_id, s.putback, COALESCE(c.units, 0) FROM stock s LEFT JOIN \
              (SELECT store_id, variant_id, CAST(SUM(quantity) AS BIGINT) AS units FROM putback WHERE done_at IS NULL \
              GROUP BY store_id, variant_id) c ON c.store_id = s.store_id AND c.variant_id = s.variant_id \
              WHERE s.putback <> COALESCE(c.units, 0)",
        columns: &["store", "variant", "putback", "tasks"],
    },
    Proof {
        invariant: "available is negative exactly while a shortfall is open",
        sql: "SELECT s.store_id, s.variant_id, s.floor, s.claimed, COALESCE(f.open, 0) FROM stock s LEFT JOIN \
              (SELECT store_id, variant_id, COUNT(*) AS open FROM shortfall WHERE closed_at IS NULL GROUP BY store_id, variant_id) f \
              ON f.store_id = s.store_id AND f.variant_id = s.variant_id \
              WHERE (s.floor < s.claimed) <> (COALESCE(f.open, 0) = 1)",
        columns: &["store", "variant", "floor", "claimed", "open shortfalls"],
    },
    Proof {
        invariant: "every line has requested ≥ held ≥ picked ≥ collected",
        sql: "SELECT store_id, reservation_id, variant_id, requested, held, picked, collected FROM reservation_line \
              WHERE NOT (requested >= held AND held >= picked AND picked >= collected AND collected >= 0)",
        columns: &["store", "reservation", "variant", "requested", "held", "picked", "collected"],
    },
    Proof {
        invariant: "what was collected is what was sold",
        sql: "SELECT l.store_id, l.reservation_id, l.variant_id, l.collected, COALESCE(m.units, 0) FROM reservation_line l LEFT JOIN \
              (SELECT store_id, reference, variant_id, CAST(SUM(quantity) AS BIGINT) AS units FROM movement WHERE to_bucket = 'sold' \
              AND reason <> 'in-hand' \
              GROUP BY store_id, reference, variant_id) m \
              ON m.store_id = l.store_id AND m.reference = l.reservation_id AND m.variant_id = l.variant_id \
              WHERE l.collected <> COALESCE(m.units, 0)",
        columns: &["store", "reservation", "variant", "collected", "sold"],
    },
    Proof {
        invariant: "event numbers have no gap",
        sql: "SELECT c.store_id, c.seq, COUNT(e.seq), COALESCE(MIN(e.seq), 0), COALESCE(MAX(e.seq), 0) FROM event_counter c \
              LEFT JOIN event e ON e.store_id = c.store_id GROUP BY c.store_id, c.seq \
              HAVING c.seq <> COUNT(e.seq) OR (c.seq > 0 AND (MIN(e.seq) <> 1 OR MAX(e.seq) <> c.seq))",
        columns: &["store", "counter", "events", "first", "last"],
    },
    Proof {
        invariant: "every variant has a number that its label can carry",
        sql: "SELECT v.org_id, v.variant_id FROM variant v WHERE v.retired_at IS NULL AND NOT EXISTS (SELECT 1 FROM code c \
              WHERE c.org_id = v.org_id AND c.variant_id = v.variant_id AND c.kind IN ('gtin', 'in-store') AND c.retired_at IS NULL)",
        columns: &["organisation", "variant"],
    },
    Proof {
        invariant: "one open count of a variant at most",
        sql: "SELECT store_id, variant_id, COUNT(*) FROM count_task WHERE done_at IS NULL GROUP BY store_id, variant_id HAVING COUNT(*) > 1",
        columns: &["store", "variant", "open counts"],
    },
    Proof {
        invariant: "one live planogram at most",
        sql: "SELECT store_id, COUNT(*) FROM planogram_revision WHERE state = 'live' GROUP BY store_id HAVING COUNT(*) > 1",
        columns: &["store", "live revisions"],
    },
];

/// How many invariants are proved.
pub fn count() -> usize {
    PROOFS.len()
}

/// All violations; none is a clean database.
///
/// # Errors
/// When the database is away.
pub async fn run(store: &Store) -> Result<Vec<Violation>, StoreError> {
    let mut reader = store.read().await?;
    let mut violations = Vec::new();
    for proof in PROOFS {
        let rows = reader.fetch(proof.sql, &[]).await?;
        violations.extend(rows.iter().map(|row| Violation { invariant: proof.invariant, row: described(row, proof.columns) }));
    }
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
