//! What must hold, as queries for the rows that break it.

/// One invariant.
pub(super) struct Proof {
    pub(super) invariant: &'static str,
    /// Selects the rows that break it.
    pub(super) sql: &'static str,
    pub(super) columns: &'static [&'static str],
}

pub(super) const PROOFS: &[Proof] = &[
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
              (SELECT store_id, reference, variant_id, CAST(SUM(quantity) AS BIGINT) AS units FROM movement WHERE to_bucket = 'sold' AND reason <> 'in-hand' \
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
    Proof {
        invariant: "every movement moves something",
        sql: "SELECT store_id, movement_id, variant_id, from_bucket, to_bucket, quantity FROM movement WHERE quantity < 1 OR from_bucket = to_bucket",
        columns: &["store", "movement", "variant", "from", "to", "quantity"],
    },
    Proof {
        invariant: "what has moved has a row of stock",
        sql: "SELECT DISTINCT m.store_id, m.variant_id FROM movement m LEFT JOIN stock s ON s.store_id = m.store_id AND s.variant_id = m.variant_id \
              WHERE s.variant_id IS NULL",
        columns: &["store", "variant"],
    },
    Proof {
        invariant: "goods are handed over out of the bin, and only so",
        sql: "SELECT store_id, movement_id, variant_id, from_bucket, to_bucket, reason FROM movement \
              WHERE (reason = 'collected') <> (from_bucket = 'bin' AND to_bucket = 'sold')",
        columns: &["store", "movement", "variant", "from", "to", "reason"],
    },
    Proof {
        invariant: "what was collected was handed over, and what ended otherwise keeps nothing",
        sql: "SELECT r.store_id, r.reservation_id, r.state, l.variant_id, l.picked, l.collected FROM reservation r JOIN reservation_line l \
              ON l.store_id = r.store_id AND l.reservation_id = r.reservation_id \
              WHERE (r.state = 'collected' AND l.picked <> l.collected) OR (r.state <> 'collected' AND l.collected <> 0) \
              OR (r.state IN ('held', 'placed', 'cancelled', 'rejected', 'expired', 'no-show') AND l.picked <> 0)",
        columns: &["store", "reservation", "state", "variant", "picked", "collected"],
    },
    Proof {
        invariant: "every order that lives is for something",
        sql: "SELECT r.store_id, r.reservation_id, r.state FROM reservation r LEFT JOIN reservation_line l \
              ON l.store_id = r.store_id AND l.reservation_id = r.reservation_id AND (l.held > 0 OR l.missing IS NOT NULL) \
              WHERE r.state IN ('held', 'placed', 'picking', 'needs-decision', 'ready') AND l.variant_id IS NULL",
        columns: &["store", "reservation", "state"],
    },
    Proof {
        invariant: "a question is open exactly while a decision is needed",
        sql: "SELECT r.store_id, r.reservation_id, r.state, COUNT(l.missing) FROM reservation r JOIN reservation_line l \
              ON l.store_id = r.store_id AND l.reservation_id = r.reservation_id GROUP BY r.store_id, r.reservation_id, r.state \
              HAVING (r.state = 'needs-decision') <> (COUNT(l.missing) > 0)",
        columns: &["store", "reservation", "state", "open questions"],
    },
    Proof {
        invariant: "what is ready is whole and has its bin",
        sql: "SELECT r.store_id, r.reservation_id, l.variant_id, l.held, l.picked, r.bin FROM reservation r JOIN reservation_line l \
              ON l.store_id = r.store_id AND l.reservation_id = r.reservation_id \
              WHERE r.state = 'ready' AND (l.held <> l.picked OR r.bin IS NULL OR r.pickup_by IS NULL)",
        columns: &["store", "reservation", "variant", "held", "picked", "bin"],
    },
    Proof {
        invariant: "what was confirmed has its titles and its number",
        sql: "SELECT r.store_id, r.reservation_id, l.variant_id, r.number FROM reservation r JOIN reservation_line l \
              ON l.store_id = r.store_id AND l.reservation_id = r.reservation_id \
              WHERE r.placed_at IS NOT NULL AND (r.number IS NULL OR (l.title IS NULL AND l.held > 0))",
        columns: &["store", "reservation", "variant", "number"],
    },
    Proof {
        invariant: "a pickup code lives from confirm to the end",
        sql: "SELECT store_id, reservation_id, state FROM reservation \
              WHERE (state IN ('placed', 'picking', 'needs-decision', 'ready')) <> (code_hash IS NOT NULL)",
        columns: &["store", "reservation", "state"],
    },
    Proof {
        invariant: "a pickup code opens one order of its store",
        sql: "SELECT store_id, COUNT(*), MIN(reservation_id), MAX(reservation_id) FROM reservation WHERE code_hash IS NOT NULL \
              GROUP BY store_id, code_hash HAVING COUNT(*) > 1",
        columns: &["store", "orders", "reservation", "reservation"],
    },
    Proof {
        invariant: "every version of a reservation has its event, the last one with its state",
        sql: "SELECT r.store_id, r.reservation_id, r.state, r.version, COALESCE(e.events, 0) FROM reservation r LEFT JOIN \
              (SELECT store_id, reservation_id, COUNT(*) AS events, MAX(seq) AS last FROM event WHERE reservation_id IS NOT NULL \
              GROUP BY store_id, reservation_id) e ON e.store_id = r.store_id AND e.reservation_id = r.reservation_id \
              LEFT JOIN event l ON l.store_id = r.store_id AND l.seq = e.last \
              WHERE COALESCE(e.events, 0) <> r.version OR l.body NOT LIKE '%\"state\":\"' || r.state || '\"%' \
              OR (l.body NOT LIKE '%\"version\":' || r.version || ',%' AND l.body NOT LIKE '%\"version\":' || r.version || '}%')",
        columns: &["store", "reservation", "state", "version", "events"],
    },
    Proof {
        invariant: "a store's time never runs backwards",
        sql: "SELECT e.store_id, e.seq, e.at, f.at FROM event e JOIN event f ON f.store_id = e.store_id AND f.seq = e.seq + 1 WHERE f.at < e.at",
        columns: &["store", "event", "at", "the next at"],
    },
    Proof {
        invariant: "the clock knows what it waits for, and no no-show before its notice",
        sql: "SELECT store_id, reservation_id, state, due_at FROM reservation WHERE (due_at IS NOT NULL) <> \
              (state IN ('held', 'placed', 'picking', 'needs-decision') \
              OR (state = 'ready' AND (notified_at IS NOT NULL OR has_contact = FALSE))) OR (state = 'held' AND due_at <> expires_at)",
        columns: &["store", "reservation", "state", "due"],
    },
    Proof {
        invariant: "nobody is a no-show who was not told",
        sql: "SELECT store_id, reservation_id FROM reservation WHERE state = 'no-show' AND has_contact = TRUE AND notified_at IS NULL",
        columns: &["store", "reservation"],
    },
    Proof {
        invariant: "whoever waits to be told that it is ready has a notice",
        sql: "SELECT r.store_id, r.reservation_id FROM reservation r WHERE r.state = 'ready' AND r.has_contact = TRUE AND r.notified_at IS NULL \
              AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.store_id = r.store_id AND n.reservation_id = r.reservation_id AND n.kind = 'ready')",
        columns: &["store", "reservation"],
    },
    Proof {
        invariant: "every command has its answer",
        sql: "SELECT scope, key FROM idempotency WHERE outcome = ''",
        columns: &["scope", "key"],
    },
];
