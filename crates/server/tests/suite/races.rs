//! Buyers who want the same unit at the same moment, over HTTP, on both engines. `VITRINE_RACE_ROUNDS` sets how often.

use crate::bench::{Bench, Engine};
use crate::http;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::Barrier;
use uuid::Uuid;

const BUYERS: usize = 64;

fn rounds() -> usize {
    std::env::var("VITRINE_RACE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(100)
}

#[tokio::test(flavor = "multi_thread")]
async fn of_64_buyers_one_gets_the_last_unit_on_sqlite() {
    race(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_64_buyers_one_gets_the_last_unit_on_postgres() {
    race(Engine::Postgres).await;
}

async fn race(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let base = http::serve(&bench).await;
    let client = reqwest::Client::new();
    let (mut most, rounds) = (0, rounds());
    for round in 0..rounds {
        let variant = bench.variant_with(1).await;
        let overlap = Arc::new((AtomicU32::new(0), AtomicU32::new(0)));
        let start = Arc::new(Barrier::new(BUYERS));
        let buyers = (0..BUYERS).map(|_| {
            let (client, base, start, overlap) = (client.clone(), base.clone(), start.clone(), overlap.clone());
            tokio::spawn(async move {
                start.wait().await;
                overlap.1.fetch_max(overlap.0.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                let reply = http::hold(&client, &base, Uuid::now_v7(), variant, 1).await.expect("a reply");
                overlap.0.fetch_sub(1, Ordering::SeqCst);
                reply
            })
        });
        let replies = futures::future::join_all(buyers).await;
        let mut statuses: Vec<u16> = replies.into_iter().map(|reply| reply.expect("a buyer").0).collect();
        statuses.sort_unstable();
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "round {round}: {statuses:?}");
        assert_eq!(statuses.iter().filter(|status| **status == 409).count(), BUYERS - 1, "round {round}: {statuses:?}");
        most = most.max(overlap.1.load(Ordering::SeqCst));
        bench.set_free(variant, 0).await;
    }
    bench.assert_clean().await;
    println!("{engine:?}: {rounds} rounds of {BUYERS} buyers, at most {most} at once, one winner each");
    assert!(most > 1, "nobody raced");
}

/// A third of the replies never arrive, so the buyer asks again with the same key.
#[tokio::test(flavor = "multi_thread")]
async fn a_lost_reply_and_its_retry_never_take_twice() {
    let Some(bench) = Bench::start(Engine::Sqlite).await else { return };
    let base = http::serve(&bench).await;
    let client = reqwest::Client::new();
    let variant = bench.variant_with(30).await;
    let buyers = (0..30).map(|buyer| {
        let (client, base) = (client.clone(), base.clone());
        tokio::spawn(async move {
            let key = Uuid::now_v7();
            let first = http::hold(&client, &base, key, variant, 1).await.expect("a reply");
            match buyer % 3 {
                0 => (first.clone(), http::hold(&client, &base, key, variant, 1).await.expect("the first reply again")),
                _ => (first.clone(), first),
            }
        })
    });
    for both in futures::future::join_all(buyers).await {
        let (first, again) = both.expect("a buyer");
        assert_eq!((first.0, again.0), (200, 200));
        assert_eq!(first.1["token"], again.1["token"]);
    }
    assert_eq!(bench.stock(variant).await.claimed, 30);
    bench.assert_clean().await;
}
