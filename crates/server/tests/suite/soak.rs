//! Random shoppers, staff, clocks and lost replies on a real database, several at a time: the days of `domain::reservation::random`.
//! After each batch every invariant is proved, and each acknowledged command is found as it was acknowledged. `cargo xtask soak` runs it
//! long; a slice runs with the tests.

mod shop;
mod task;

use crate::bench::{Bench, Engine};
use server::reservation::sweep;
use server::{check, store};
use shop::Shop;
use std::sync::Arc;
use std::time::Instant;
use task::Task;

/// How long a run is, from the environment.
#[derive(Clone, Copy)]
struct Length {
    seed: u64,
    commands: usize,
    /// How many act at a time; the order of one is the same each time.
    tasks: usize,
}

impl Length {
    fn of(commands: usize) -> Self {
        let said = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
        let number = |name: &str, default: usize| said(name).and_then(|value| value.try_into().ok()).unwrap_or(default);
        Self {
            seed: said("VITRINE_SOAK_SEED").unwrap_or(1),
            commands: number("VITRINE_SOAK_COMMANDS", commands),
            tasks: number("VITRINE_SOAK_TASKS", 4),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_run_on_sqlite_keeps_every_promise() {
    let Some(bench) = Bench::start(Engine::Sqlite).await else { return };
    soak(bench, Length::of(600), "sqlite").await.unwrap_or_else(|broken| panic!("{broken}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_run_on_postgres_keeps_every_promise() {
    let Some(bench) = Bench::start(Engine::Postgres).await else { return };
    soak(bench, Length::of(400), "postgres").await.unwrap_or_else(|broken| panic!("{broken}"));
}

/// A store that is broken on purpose: the database forgets to release claims.
#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_forgets_to_release_claims_is_caught() {
    let Some(bench) = Bench::start(Engine::Sqlite).await else { return };
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let sql = "CREATE TRIGGER forgetful AFTER UPDATE ON stock WHEN NEW.claimed < OLD.claimed \
               BEGIN UPDATE stock SET claimed = OLD.claimed WHERE store_id = OLD.store_id AND variant_id = OLD.variant_id; END";
    tx.execute(sql, &[]).await.expect("a trigger");
    tx.commit().await.expect("a commit");
    let broken = soak(bench, Length { seed: 1, commands: 300, tasks: 1 }, "sqlite").await.expect_err("a broken store is caught");
    assert!(broken.contains("claimed is the sum of live lines not yet picked") && broken.contains("--seed 1"), "{broken}");
}

/// Plays so many events; why not, with the words that play it again.
async fn soak(bench: Bench, length: Length, engine: &str) -> Result<(), String> {
    let (shop, begun) = (Arc::new(Shop::open(bench).await), Instant::now());
    let batch = (length.commands / 40).clamp(100, 1_000);
    let mut tasks: Vec<Task> = (0..length.tasks).map(|number| Task::new(shop.clone(), length.seed, number)).collect();
    let mut done = 0;
    while done < length.commands {
        let each = batch.min(length.commands - done).div_ceil(tasks.len());
        let playing: Vec<_> = tasks.into_iter().map(|task| tokio::spawn(task.play(each))).collect();
        tasks = Vec::new();
        let mut outcome = Ok(());
        for played in playing {
            match played.await.map_err(|error| error.to_string()) {
                Ok(Ok(task)) => tasks.push(task),
                Ok(Err(broken)) | Err(broken) => outcome = Err(broken),
            }
        }
        done += each * length.tasks;
        if let Err(broken) = outcome.and(proved(&shop).await) {
            let Length { seed, tasks, .. } = length;
            return Err(format!(
                "{broken}\nin the {batch} commands before {done}: --engine {engine} --seed {seed} --commands {done} --tasks {tasks}"
            ));
        }
    }
    let (coverage, rate) = (shop.coverage(), done as f64 / begun.elapsed().as_secs_f64());
    println!(
        "{coverage}\n{engine}, seed {}, {} at a time: {done} events, {rate:.0}/s with proofs each {batch}, every invariant held, {} acknowledged commands found, {} answers repeated, {} pairs never met",
        length.seed,
        length.tasks,
        shop.acknowledged(),
        shop.repeated(),
        coverage.unmet()
    );
    Ok(())
}

/// What a batch left.
async fn proved(shop: &Shop) -> Result<(), String> {
    let (app, now) = (&shop.bench.app, shop.bench.app.now());
    // One takes so many at a time.
    for _ in 0..10 {
        sweep::once(app).await.map_err(|failure| format!("{failure:?}"))?;
    }
    sweep::forget(app).await.map_err(|error| error.to_string())?;
    let violations = check::run_at(app.store(), now).await.map_err(|error| error.to_string())?;
    if let Some(first) = violations.first() {
        return Err(format!("{} rows break an invariant, the first: {}: {}", violations.len(), first.invariant, first.row));
    }
    let mut reader = app.store().read().await.map_err(|error| error.to_string())?;
    // A step that stumbles is logged and left, and would stay due.
    let late = store::reservation::due(&mut reader, now, 1).await.map_err(|error| error.to_string())?;
    if let Some((_, id)) = late.first() {
        return Err(format!("the clock could not advance {id}"));
    }
    let events = store::event::after(&mut reader, shop.bench.store_id(), shop.seq(), 1_000_000).await.map_err(|error| error.to_string())?;
    shop.find_acknowledged(&events)
}
