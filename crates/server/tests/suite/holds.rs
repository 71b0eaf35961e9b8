//! Holds a second: all of one unit's variant in one store, and spread over twenty, turn and turn about in one run against one real
//! process. `VITRINE_HOLDS` sets how many each; `cargo xtask bench` prints the table. No time is a pass mark here.

use crate::bench::{Bench, Engine};
use crate::process;
use api::Endpoint as _;
use api::header;
use api::reservation::Wish;
use api::reservation::create_reservation::CreateReservation;
use domain::ids::{MovementId, StoreId, VariantId};
use domain::stock::{Bucket, Reason, Stock, Transfer};
use server::store::stock::{self, Movement};
use server::store::stores::{self, Kept};
use std::sync::Arc;
use std::time::{Duration, Instant};
use uuid::Uuid;

const STORES: usize = 20;
const CLIENTS: usize = 8;
/// One side, then the other, so often: what else the machine does falls on both.
const TURNS: usize = 4;
const UNITS: u32 = 1_000_000;

fn holds() -> usize {
    std::env::var("VITRINE_HOLDS").ok().and_then(|holds| holds.parse().ok()).unwrap_or(TURNS * CLIENTS)
}

#[tokio::test(flavor = "multi_thread")]
async fn holds_on_one_hot_unit_and_spread_over_twenty_stores_on_sqlite() {
    compare(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn holds_on_one_hot_unit_and_spread_over_twenty_stores_on_postgres() {
    compare(Engine::Postgres).await;
}

#[derive(Default)]
struct Side {
    took: Duration,
    each: Vec<Duration>,
}

async fn compare(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = fixtures::onmaru().stores[0].stock[0].0;
    open_stores(&bench, variant).await;
    let (_served, base) = process::serve_on(bench.data.path(), bench.url.as_deref());
    let (client, base) = (reqwest::Client::new(), Arc::new(base));
    let (mut hot, mut spread) = (Side::default(), Side::default());
    let each = holds() / TURNS / CLIENTS;
    for _ in 0..TURNS {
        // The hot store is apart, so that neither side works in tables that only the other has filled.
        turn(&client, &base, variant, each, &mut hot, |_, _| "hot".to_owned()).await;
        turn(&client, &base, variant, each, &mut spread, |client, number| format!("spread-{}", (client + number * 7) % STORES)).await;
    }
    bench.assert_clean().await;
    let ratio = hot.rate() / spread.rate();
    println!("HOLDS {:<9} {} {} {ratio:>6.2}", format!("{engine:?}").to_lowercase(), hot.said(), spread.said());
}

impl Side {
    fn rate(&self) -> f64 {
        self.each.len() as f64 / self.took.as_secs_f64()
    }

    fn said(&self) -> String {
        let mut sorted = self.each.clone();
        sorted.sort();
        let at = |share: usize| sorted[(sorted.len() * share / 100).min(sorted.len() - 1)].as_secs_f64() * 1_000.0;
        format!("{:>8.0} {:>8.1} {:>8.1}", self.rate(), at(50), at(99))
    }
}

/// Every client holds so many, one after the other.
async fn turn(
    client: &reqwest::Client,
    base: &Arc<String>,
    variant: VariantId,
    each: usize,
    side: &mut Side,
    store: fn(usize, usize) -> String,
) {
    let begun = Instant::now();
    let clients = (0..CLIENTS).map(|number| {
        let (client, base) = (client.clone(), base.clone());
        tokio::spawn(async move {
            let mut took = Vec::new();
            for turn in 0..each {
                let ask =
                    CreateReservation { store: store(number, turn), lines: vec![Wish { variant, quantity: 1 }], accept_partial: false };
                let (path, body) = ask.into_request();
                let request = client.post(format!("{base}{path}")).header(header::IDEMPOTENCY_KEY, Uuid::now_v7().to_string()).json(&body);
                let begun = Instant::now();
                let reply = request.send().await.expect("a reply");
                assert_eq!(reply.status(), 200);
                reply.bytes().await.expect("a body");
                took.push(begun.elapsed());
            }
            took
        })
    });
    for took in futures::future::join_all(clients).await {
        side.each.extend(took.expect("a client"));
    }
    side.took += begun.elapsed();
}

/// One store for the hot side and twenty for the other, with plenty of the variant.
async fn open_stores(bench: &Bench, variant: VariantId) {
    let like = bench.live.snapshot().store.clone();
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    for slug in std::iter::once("hot".to_owned()).chain((0..STORES).map(|number| format!("spread-{number}"))) {
        let id = StoreId::new(Uuid::now_v7());
        stores::add(&mut tx, &Kept { id, slug, ..(*like).clone() }, bench.app.now()).await.expect("a store");
        let transfer = Transfer { from: Bucket::Supplier, to: Bucket::Floor, quantity: UNITS, reason: Reason::Delivery };
        let movement = Movement { id: MovementId::new(Uuid::now_v7()), variant, transfer, actor: "test", reference: "test" };
        stock::record(&mut tx, id, &movement, bench.app.now()).await.expect("a movement");
        let row = Stock { floor: UNITS, ..Stock::default() };
        stock::save(&mut tx, id, variant, &row, bench.app.now()).await.expect("a row");
    }
    tx.commit().await.expect("a commit");
}
