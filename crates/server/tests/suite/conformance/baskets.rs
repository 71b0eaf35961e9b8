//! What goes with what, counted from baskets and collected reservations.

use crate::bench::{Bench, Engine};
use domain::ids::{OrgId, ProductId, VariantId};
use server::seed::ORG;
use server::store::{Tx, baskets, int, text};
use std::collections::BTreeMap;

type Pairs = BTreeMap<(ProductId, ProductId), u32>;

async fn line(tx: &mut Tx, basket: &str, variant: Option<VariantId>, item: &str, quantity: i64) {
    let sql = "INSERT INTO basket_line (org_id, basket_id, item, quantity, variant_id) VALUES ($1, $2, $3, $4, $5)";
    let variant = server::store::text_or_null(variant);
    tx.execute(sql, &[text(ORG), text(basket), text(item), int(quantity), variant]).await.expect("a line");
}

/// Empties the demo's baskets, writes these (product number and quantity), and counts.
async fn counted(bench: &Bench, sold: &[(&str, &[(usize, i64)])]) -> Pairs {
    let products = fixtures::onmaru().products;
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    tx.execute("DELETE FROM basket_line", &[]).await.expect("no baskets");
    for (basket, lines) in sold {
        for (number, (product, quantity)) in lines.iter().enumerate() {
            line(&mut tx, basket, Some(products[*product].variants[0].id), &format!("{number}"), *quantity).await;
        }
        line(&mut tx, basket, None, "unknown-code", 1).await;
    }
    let pairs = baskets::recount(&mut tx, ORG).await.expect("a count");
    tx.commit().await.expect("a commit");
    let read = read(bench, ORG).await;
    assert_eq!(read.len() as u64, pairs);
    read
}

async fn read(bench: &Bench, org: OrgId) -> Pairs {
    let mut reader = bench.app.store().read().await.expect("a reader");
    let rows = baskets::goes_with(&mut reader, org).await.expect("pairs");
    rows.into_iter().map(|(one, other, baskets)| ((one, other), baskets)).collect()
}

pub async fn a_basket_counts_once_for_each_pair_in_both_directions(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let products = fixtures::onmaru().products;
    let sold: &[(&str, &[(usize, i64)])] = &[
        ("a", &[(0, 1), (1, 1), (2, 5)]),
        ("b", &[(0, 2), (1, 1)]),
        // Two lines of one product are one product; a product that came back is none.
        ("c", &[(0, 1), (0, 1), (2, 1), (2, -1)]),
        ("d", &[(3, 1)]),
    ];
    let pairs = counted(&bench, sold).await;
    let of = |one: usize, other: usize| pairs.get(&(products[one].id, products[other].id)).copied();
    assert_eq!([of(0, 1), of(1, 0), of(0, 2), of(2, 1)], [Some(2), Some(2), Some(1), Some(1)]);
    assert_eq!([of(0, 0), of(3, 0), of(0, 3)], [None; 3]);
    assert_eq!(pairs.len(), 6);
    assert_eq!(counted(&bench, &sold[1..2]).await.len(), 2, "what is gone is not kept");
}

pub async fn only_the_twelve_most_frequent_of_a_product_are_kept(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let products = fixtures::onmaru().products;
    let often: Vec<(String, [(usize, i64); 2])> =
        (1..=15).flat_map(|other| (0..other).map(move |time| (format!("{other}-{time}"), [(0, 1), (other, 1)]))).collect();
    let sold: Vec<(&str, &[(usize, i64)])> = often.iter().map(|(basket, lines)| (basket.as_str(), lines.as_slice())).collect();
    let pairs = counted(&bench, &sold).await;
    let with: Vec<u32> = (1..=15).filter_map(|other| pairs.get(&(products[0].id, products[other].id)).copied()).collect();
    assert_eq!(with, (4..=15).collect::<Vec<u32>>());
    assert_eq!(pairs.get(&(products[1].id, products[0].id)), Some(&1), "the other direction has room");
}

pub async fn what_was_collected_together_counts_as_a_basket(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let products = fixtures::onmaru().products;
    let sql = "INSERT INTO reservation_line (store_id, reservation_id, variant_id, position, requested, held, picked, collected) \
               VALUES ($1, $2, $3, 0, 1, 0, 0, $4)";
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    for (reservation, product, collected) in [("r", 0, 1), ("r", 1, 1), ("r", 2, 0), ("s", 1, 1), ("s", 3, 2)] {
        let values = [text(bench.store_id()), text(reservation), text(products[product].variants[0].id), int(collected)];
        tx.execute(sql, &values).await.expect("a line");
    }
    tx.commit().await.expect("a commit");
    let pairs = counted(&bench, &[("a", &[(0, 1), (1, 1)])]).await;
    assert_eq!(pairs.get(&(products[0].id, products[1].id)), Some(&2));
    assert_eq!(pairs.get(&(products[3].id, products[1].id)), Some(&1));
    assert_eq!(pairs.len(), 4, "what stayed in the store is in no basket");
}
