//! `kill -9` while buyers are being served: what was acknowledged is there afterwards, and the books are right.

use crate::process::serve;
use crate::receiver::Receiver;
use crate::{bench, http};
use domain::gs1::Hosts;
use domain::ids::VariantId;
use server::app::App;
use server::clock::Clock;
use server::store::Store;
use server::{check, seed};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use uuid::Uuid;

/// Commands acknowledged before each kill, so that every kill lands among writes.
const ACKNOWLEDGED: usize = 12;

/// How often the process is killed: `VITRINE_KILLS`; `cargo xtask races` makes it 50.
fn kills() -> usize {
    std::env::var("VITRINE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(12)
}

/// The demo shop with plenty of a few variants, so that nothing sells out while it is killed.
async fn seeded(data: &Path) -> Vec<VariantId> {
    let store = Store::open(data).await.expect("a database");
    seed::demo(&store, data, Clock::default().now()).await.expect("the demo shop");
    let app = App::start(store.clone(), data, Clock::default(), Hosts::default()).await.expect("an app");
    let live = app.live().store("hongdae").expect("the flagship");
    let variants: Vec<_> = fixtures::onmaru().stores[0].stock.iter().take(5).map(|(variant, ..)| *variant).collect();
    for variant in &variants {
        bench::set_free(&app, &live, *variant, 100_000).await;
    }
    drop(app);
    store.close().await;
    variants
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let data = TempDir::new().expect("a folder");
    let variants = Arc::new(seeded(data.path()).await);
    let mut tokens: Vec<String> = Vec::new();
    let (kills, mut slowest) = (kills(), Duration::ZERO);
    for kill in 0..kills {
        let begun = Instant::now();
        let (served, base) = serve(data.path());
        // Of all starts but the first the database is as a kill left it.
        slowest = if kill > 0 { slowest.max(begun.elapsed()) } else { slowest };
        let done = Arc::new(AtomicUsize::new(0));
        let buyers: Vec<_> =
            (0..6).map(|buyer| tokio::spawn(buy(base.clone(), variants.clone(), done.clone(), kill * 6 + buyer))).collect();
        while done.load(Ordering::SeqCst) < ACKNOWLEDGED {
            tokio::task::yield_now().await;
        }
        drop(served);
        for buyer in buyers {
            tokens.extend(buyer.await.expect("a buyer"));
        }
        prove(data.path(), &tokens).await;
    }
    println!("KILLS {kills}, {} acknowledged reservations, all there; at most {} ms to ready", tokens.len(), slowest.as_millis());
    assert!(tokens.len() >= kills * ACKNOWLEDGED);
}

/// Holds and lets go, over and over, until the server is gone; what it was promised.
async fn buy(base: String, variants: Arc<Vec<VariantId>>, done: Arc<AtomicUsize>, first: usize) -> Vec<String> {
    let client = reqwest::Client::new();
    let mut tokens = Vec::new();
    for turn in 0.. {
        let variant = variants[(first * 31 + turn * 7) % variants.len()];
        match http::hold(&client, &base, Uuid::now_v7(), variant, 1).await {
            Ok((200, held)) => {
                tokens.push(held["token"].as_str().expect("a token").to_owned());
                done.fetch_add(1, Ordering::SeqCst);
            }
            Ok((status, reply)) => panic!("{status}: {reply}"),
            Err(_) => break,
        }
    }
    tokens
}

async fn prove(data: &Path, tokens: &[String]) {
    let store = Store::open(data).await.expect("the database after the kill");
    assert_eq!(check::run(&store).await.expect("a check"), Vec::new());
    let secret = server::secret::Secret::load(&store).await.expect("the key");
    let mut reader = store.read().await.expect("a reader");
    for token in tokens {
        let found = server::store::reservation::find_by_token(&mut reader, &secret.token_hash(token)).await.expect("a read");
        assert!(found.is_some(), "an acknowledged reservation is lost");
    }
    drop(reader);
    store.close().await;
}

/// Killed among events, plans and deliveries; whoever comes next tells the rest.
#[tokio::test(flavor = "multi_thread")]
async fn what_happened_before_a_kill_is_told_after_it() {
    let data = TempDir::new().expect("a folder");
    let variants = Arc::new(seeded(data.path()).await);
    let (receiver, secret) = Receiver::start(|_| Some(axum::http::StatusCode::OK)).await;
    let since = hooked(data.path(), &receiver, &secret).await;
    for kill in 0..5 {
        let (served, base) = serve(data.path());
        let done = Arc::new(AtomicUsize::new(0));
        let buyer = tokio::spawn(buy(base, variants.clone(), done.clone(), kill));
        // Long enough for a round of the courier to begin in some of them.
        while done.load(Ordering::SeqCst) < ACKNOWLEDGED * (kill + 1) * 4 {
            tokio::task::yield_now().await;
        }
        drop(served);
        buyer.await.expect("a buyer");
    }
    let before = receiver.seqs().len();
    let (store, clock) = (Store::open(data.path()).await.expect("the database"), Clock::default());
    let app = App::start(store.clone(), data.path(), clock.clone(), Hosts::default()).await.expect("an app");
    app.let_webhooks_go_anywhere();
    clock.move_on(domain::Span::minutes(2));
    server::webhook::Courier::new(app.clone()).expect("a courier").round().await.expect("a round");
    let hongdae = app.live().store("hongdae").expect("the flagship").id;
    let events = server::store::event::after(&mut store.read().await.expect("a reader"), hongdae, since, 100_000).await.expect("events");
    let told: BTreeSet<i64> =
        events.iter().filter(|kept| server::webhook::event::told(&kept.what).is_some()).map(|kept| kept.seq).collect();
    println!("5 kills, {} events, {before} told before the last, {} deliveries", told.len(), receiver.got().len());
    assert_eq!(receiver.seqs(), told);
}

/// A webhook to the receiver; the number of the last event before it.
async fn hooked(data: &Path, receiver: &Receiver, secret: &std::sync::Mutex<String>) -> i64 {
    let store = Store::open(data).await.expect("a database");
    let key = server::secret::Secret::load(&store).await.expect("the key");
    let mut tx = store.begin().await.expect("a transaction");
    let kept = server::store::stores::all(&mut tx).await.expect("stores").swap_remove(0);
    let id = domain::ids::WebhookId::new(Uuid::now_v7());
    let topics = api::connections::Topic::ALL.to_vec();
    let webhook = server::store::webhook::Kept { id, url: receiver.url.clone(), topics, created_at: Clock::default().now() };
    server::store::webhook::add(&mut tx, kept.org, &webhook, "hash").await.expect("a webhook");
    let last = server::store::event::last(&mut tx, kept.id).await.expect("a number");
    tx.commit().await.expect("a commit");
    *secret.lock().expect("a lock") = key.webhook(id);
    store.close().await;
    last
}
