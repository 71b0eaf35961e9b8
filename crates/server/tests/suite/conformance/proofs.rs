//! `vitrine check`: each invariant can break, and what the books can mend is mended by movements.

use crate::bench::{Bench, Engine, staff};
use domain::Span;
use domain::ids::VariantId;
use domain::reservation::{Actor, Because};
use server::check::{self, Violation};
use server::reservation::act::Act;
use server::store::{Ask as _, Value, text};

/// Invariant, and a statement that breaks it in a shop with an order in each state. `$1` is the store, `$2` a variant.
const LIES: &[(&str, &str)] = &[
    ("a bucket is the sum of its movements", "UPDATE stock SET display = display + 1 WHERE store_id = $1 AND variant_id = $2"),
    ("no bucket is negative", "UPDATE stock SET display = -1 WHERE store_id = $1 AND variant_id = $2"),
    ("claimed is the sum of live lines not yet picked", "UPDATE stock SET claimed = claimed + 1 WHERE store_id = $1 AND variant_id = $2"),
    ("the bin holds what live lines have picked", "UPDATE stock SET bin = bin + 1 WHERE store_id = $1 AND variant_id = $2"),
    ("put-back tasks hold what is in put-back", "UPDATE putback SET quantity = quantity + 1 WHERE store_id = $1 AND variant_id = $2"),
    (
        "available is negative exactly while a shortfall is open",
        "UPDATE stock SET claimed = floor + 1 WHERE store_id = $1 AND variant_id = $2",
    ),
    (
        "every line has requested ≥ held ≥ picked ≥ collected",
        "UPDATE reservation_line SET held = requested + 1 WHERE store_id = $1 AND variant_id = $2",
    ),
    (
        "what was collected is what was sold",
        "UPDATE movement SET reference = 'nobody' WHERE store_id = $1 AND variant_id = $2 AND to_bucket = 'sold'",
    ),
    ("event numbers have no gap", "DELETE FROM event WHERE store_id = $1 AND seq = 2 AND $2 = $2"),
    ("every variant has a number that its label can carry", "UPDATE code SET retired_at = 1 WHERE variant_id = $2 AND $1 = $1"),
    (
        "one live planogram at most",
        "INSERT INTO planogram_revision SELECT store_id, revision + 1000, state, body, published_at FROM planogram_revision WHERE store_id = $1 AND $2 = $2",
    ),
    ("every movement moves something", "UPDATE movement SET quantity = 0 WHERE store_id = $1 AND variant_id = $2"),
    ("what has moved has a row of stock", "DELETE FROM stock WHERE store_id = $1 AND variant_id = $2"),
    (
        "goods are handed over out of the bin, and only so",
        "UPDATE movement SET from_bucket = 'floor' WHERE store_id = $1 AND variant_id = $2 AND to_bucket = 'sold'",
    ),
    (
        "what was collected was handed over, and what ended otherwise keeps nothing",
        "UPDATE reservation SET state = 'cancelled' WHERE store_id = $1 AND state = 'collected' AND $2 = $2",
    ),
    (
        "every order that lives is for something",
        "UPDATE reservation_line SET held = 0, picked = 0 WHERE store_id = $1 AND variant_id = $2 AND collected = 0",
    ),
    (
        "a question is open exactly while a decision is needed",
        "UPDATE reservation SET state = 'picking' WHERE store_id = $1 AND state = 'needs-decision' AND $2 = $2",
    ),
    ("what is ready is whole and has its bin", "UPDATE reservation SET bin = NULL WHERE store_id = $1 AND state = 'ready' AND $2 = $2"),
    (
        "what was confirmed has its titles and its number",
        "UPDATE reservation_line SET title = NULL WHERE store_id = $1 AND variant_id = $2",
    ),
    ("a pickup code lives from confirm to the end", "UPDATE reservation SET code_hash = NULL WHERE store_id = $1 AND $2 = $2"),
    (
        "a pickup code opens one order of its store",
        "UPDATE reservation SET code_hash = 'same' WHERE store_id = $1 AND code_hash IS NOT NULL AND $2 = $2",
    ),
    (
        "every version of a reservation has its event, the last one with its state",
        "UPDATE reservation SET version = version + 1 WHERE store_id = $1 AND $2 = $2",
    ),
    ("a store's time never runs backwards", "UPDATE event SET at = at - 100000000 WHERE store_id = $1 AND seq = 3 AND $2 = $2"),
    (
        "the clock knows what it waits for, and no no-show before its notice",
        "UPDATE reservation SET due_at = 1 WHERE store_id = $1 AND state = 'collected' AND $2 = $2",
    ),
    (
        "nobody is a no-show who was not told",
        "UPDATE reservation SET state = 'no-show', has_contact = TRUE, notified_at = NULL WHERE store_id = $1 AND state = 'cancelled' AND $2 = $2",
    ),
    (
        "whoever waits to be told that it is ready has a notice",
        "UPDATE reservation SET has_contact = TRUE, notified_at = NULL WHERE store_id = $1 AND state = 'ready' AND $2 = $2",
    ),
    ("every command has its answer", "UPDATE idempotency SET outcome = '' WHERE $1 = $1 AND $2 = $2"),
    (
        "a pickup number is given once a day and store",
        "UPDATE reservation SET number = 1 WHERE store_id = $1 AND number IS NOT NULL AND $2 = $2",
    ),
    (
        "who it was is forgotten within seven days of the end",
        "UPDATE reservation SET nickname = 'J', since = 1 WHERE store_id = $1 AND state = 'cancelled' AND $2 = $2",
    ),
];

/// An order ready, one to be decided on, one collected, one cancelled with a put-back, all of one variant.
async fn busy(engine: Engine) -> Option<(Bench, VariantId)> {
    let bench = Bench::start(engine).await?;
    let variant = bench.variant_with(8).await;
    for end in ["ready", "collected", "cancelled", "short"] {
        let id = bench.picking(variant, 1).await;
        if end == "short" {
            bench
                .act(id, staff(), Act::Short { variant, quantity: 1, because: Because::NotFound, substitutes: Vec::new() })
                .await
                .expect("short");
            continue;
        }
        bench.act(id, staff(), Act::Scan(variant)).await.expect("a scan");
        bench.act(id, staff(), Act::Ready { bin: "7".into() }).await.expect("ready");
        if end == "collected" {
            let proof = server::reservation::act::Proof::Override("known".into());
            bench.act(id, staff(), Act::Collect { proof, refused: Vec::new() }).await.expect("a handover");
        } else if end == "cancelled" {
            bench.act(id, Actor::Shopper, Act::Cancel).await.expect("called off");
        }
    }
    bench.assert_clean().await;
    Some((bench, variant))
}

async fn lie(bench: &Bench, sql: &'static str, variant: VariantId) -> Vec<Violation> {
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let values: [Value; 2] = [text(bench.store_id()), text(variant)];
    let changed = tx.execute(sql, &values).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    assert!(changed > 0, "{sql} changes nothing");
    tx.commit().await.expect("a commit");
    check::run(bench.app.store()).await.expect("a check")
}

/// A proof that nothing breaks proves nothing. Each lie is taken back before the next.
pub async fn each_invariant_can_break_and_is_named_with_its_row(engine: Engine) {
    let Some((bench, variant)) = busy(engine).await else { return };
    for (invariant, sql) in LIES {
        let mut tx = bench.app.store().begin().await.expect("a transaction");
        let changed = tx.execute(sql, &[text(bench.store_id()), text(variant)]).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        assert!(changed > 0, "{sql} changes nothing");
        let violations = check::run_in(&mut tx, bench.app.now()).await.expect("a check");
        let named = violations.iter().find(|violation| violation.invariant == *invariant);
        assert!(named.is_some_and(|violation| violation.row.len() > 30), "{invariant}: {violations:?}");
        drop(tx);
    }
    bench.assert_clean().await;
    // One is kept by an index as well: two open counts of a variant.
    assert_eq!(LIES.len() + 1, check::count());
}

pub async fn broken_books_are_mended_by_movements_and_then_hold(engine: Engine) {
    let Some((bench, variant)) = busy(engine).await else { return };
    let sql = "UPDATE stock SET floor = floor + 2, bin = bin - 1, putback = 5, display = -3, claimed = claimed + 4 \
               WHERE store_id = $1 AND variant_id = $2";
    let before = bench.stock(variant).await;
    let violations = lie(&bench, sql, variant).await;
    assert!(!violations.is_empty() && violations.iter().all(Violation::is_repairable), "{violations:?}");
    let repair = check::repair(bench.app.store(), bench.app.now()).await.expect("a repair");
    bench.assert_clean().await;
    let after = bench.stock(variant).await;
    assert_eq!((after.floor, after.bin, after.putback, after.claimed), (before.floor + 2, before.bin, before.putback, before.claimed));
    assert!(repair.lines.iter().all(|line| line.contains("hongdae") && line.contains(&variant.to_string())), "{repair:?}");
    let mut reader = bench.app.store().read().await.expect("a reader");
    let sql = "SELECT from_bucket, to_bucket, quantity, reason FROM movement WHERE actor = 'repair' AND reference = $1 ORDER BY to_bucket";
    let rows = reader.fetch(sql, &[text(repair.id)]).await.expect("movements");
    let moved: Vec<_> =
        rows.iter().map(|row| (row.text(0).expect("a bucket"), row.text(1).expect("a bucket"), row.int(2).expect("units"))).collect();
    let display = i64::from(before.display);
    let expected = if display > 0 { vec![("found", "floor", 2), ("display", "shrink", display)] } else { vec![("found", "floor", 2)] };
    assert_eq!(moved, expected);
    drop(reader);
    let again = check::repair(bench.app.store(), bench.app.now()).await.expect("a repair");
    assert_eq!(again.lines, Vec::<String>::new(), "nothing is mended twice");
}

pub async fn what_no_movement_mends_is_named_and_left(engine: Engine) {
    let Some((bench, variant)) = busy(engine).await else { return };
    let violations = lie(&bench, "UPDATE idempotency SET outcome = '' WHERE $1 = $1 AND $2 = $2", variant).await;
    assert!(violations.iter().all(|violation| !violation.is_repairable()) && !violations.is_empty(), "{violations:?}");
    let repair = check::repair(bench.app.store(), bench.app.now()).await.expect("a repair");
    assert_eq!(repair.lines, Vec::<String>::new());
    assert_eq!(check::run(bench.app.store()).await.expect("a check"), violations);
    // A node that comes later sees the same.
    bench.app.clock().move_on(Span::minutes(1));
    assert_eq!(check::run_at(bench.app.store(), bench.app.now()).await.expect("a check"), violations);
}
