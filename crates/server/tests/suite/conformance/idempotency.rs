//! One key, one answer.

use crate::bench::{Bench, Engine};
use api::Code;
use uuid::Uuid;

pub async fn a_repeated_key_gets_the_first_answer(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (variant, key) = (bench.variant_with(3).await, Uuid::now_v7());
    let first = bench.hold_with(key, variant, 2).await.expect("a hold");
    let second = bench.hold_with(key, variant, 2).await.expect("the same hold");
    assert_eq!(first, second);
    assert_eq!(bench.stock(variant).await.claimed, 2);
}

pub async fn a_key_with_other_parameters_is_refused(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (variant, key) = (bench.variant_with(3).await, Uuid::now_v7());
    bench.hold_with(key, variant, 2).await.expect("a hold");
    let other = bench.hold_with(key, variant, 1).await.expect_err("another request");
    assert_eq!(other.code, Code::KeyReused);
    assert_eq!(bench.stock(variant).await.claimed, 2);
}

pub async fn a_refusal_is_repeated_too(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (variant, key) = (bench.variant_with(1).await, Uuid::now_v7());
    assert_eq!(bench.hold_with(key, variant, 2).await.expect_err("too many").code, Code::NotEnough);
    bench.set_free(variant, 5).await;
    let again = bench.hold_with(key, variant, 2).await.expect_err("the first answer");
    assert_eq!((again.code, again.params["available"].as_str()), (Code::NotEnough, "1"));
    assert_eq!(bench.stock(variant).await.claimed, 0);
}

pub async fn eight_copies_of_one_command_at_once_make_one_hold(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (variant, key) = (bench.variant_with(8).await, Uuid::now_v7());
    let copies = futures::future::join_all((0..8).map(|_| bench.hold_with(key, variant, 1))).await;
    let ids: std::collections::BTreeSet<_> = copies.into_iter().map(|copy| copy.expect("the one answer")).collect();
    assert_eq!(ids.len(), 1);
    assert_eq!(bench.stock(variant).await.claimed, 1);
    bench.assert_clean().await;
}
