//! Clients who want the same at the same moment, over HTTP: against one process of the real binary with each engine, and against two on
//! one PostgreSQL. `VITRINE_RACE_ROUNDS` sets how often; `cargo xtask races` prints the table of 1,000.

mod contest;
mod expiry;
mod field;

use crate::bench::{self, Engine};
use contest::{Contest, Entry};
use domain::ids::VariantId;
use domain::reservation::{Because, State};
use field::Field;
use server::reservation::act::Act;

/// How often each race is run.
fn rounds() -> usize {
    std::env::var("VITRINE_RACE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(4)
}

macro_rules! races {
    ($($name:ident: $engine:expr, $nodes:literal;)*) => {
        $(#[tokio::test(flavor = "multi_thread")]
        async fn $name() {
            let Some(field) = Field::open($engine, $nodes).await else { return };
            last_unit(&field).await;
            two_lines(&field).await;
            cancel_against_ready(&field).await;
            substitute_against_claim(&field).await;
        })*
    };
}

races! {
    one_process_on_sqlite_lets_one_win: Engine::Sqlite, 1;
    one_process_on_postgres_lets_one_win: Engine::Postgres, 1;
    two_processes_on_one_postgres_let_one_win: Engine::Postgres, 2;
}

/// 2 to 64 buyers, one unit: one gets it, the others are told that there is none.
async fn last_unit(field: &Field) {
    let mut contest = Contest::new(field, "last unit, 2 to 64 buyers");
    for round in 0..rounds() {
        let variant = field.variant(0, 1).await;
        let buyers = [2, 8, 16, 64][round % 4];
        let entries = (0..buyers).map(|buyer| field.hold(buyer, &[(variant, 1)])).collect();
        let replies = contest.run(entries).await;
        assert_eq!(won(&replies), 1, "round {round}: {replies:?}");
        contest.settle(&[variant], |stock| stock.claimed == 1 && stock.floor == 1).await;
        field.free(variant).await;
    }
    contest.end().await;
}

/// Each wants the variant in two lines, and another one, in this order or the other. Enough for one of them.
async fn two_lines(field: &Field) {
    let mut contest = Contest::new(field, "two lines of one variant, crossed");
    for round in 0..rounds() {
        let (one, two) = (field.variant(0, 2).await, field.variant(1, 1).await);
        let lines: [&[(VariantId, u32)]; 2] = [&[(one, 1), (two, 1), (one, 1)], &[(two, 1), (one, 1), (one, 1)]];
        let replies = contest.run((0..8).map(|buyer| field.hold(buyer, lines[buyer % 2])).collect()).await;
        assert_eq!(won(&replies), 1, "round {round}: {replies:?}");
        contest.settle(&[one], |stock| stock.claimed == 2).await;
        contest.settle(&[two], |stock| stock.claimed == 1).await;
        field.free(one).await;
        field.free(two).await;
    }
    contest.end().await;
}

/// The shopper calls it off while staff puts it into its bin; both saw the same version, twice each.
async fn cancel_against_ready(field: &Field) {
    let mut contest = Contest::new(field, "cancel against ready");
    for round in 0..rounds() {
        let variant = field.variant(0, 1).await;
        let order = field.picking(variant).await;
        field.act(&order, bench::staff(), Act::Scan(variant)).await;
        let order = field.again(&order).await;
        let entries = (0..4).map(|turn| if turn % 2 == 0 { field.cancel(turn, &order) } else { field.ready(turn, &order) }).collect();
        let replies = contest.run(entries).await;
        assert_eq!(won(&replies), 1, "round {round}: {replies:?}");
        let cancelled = field.again(&order).await.state == State::Cancelled;
        contest.settle(&[variant], |stock| (stock.putback == 1) == cancelled && (stock.bin == 1) != cancelled && stock.claimed == 0).await;
        field.free(variant).await;
    }
    contest.end().await;
}

/// One shopper takes the last of a substitute while others want it for themselves.
async fn substitute_against_claim(field: &Field) {
    let mut contest = Contest::new(field, "substitute against claim");
    for round in 0..rounds() {
        let (variant, substitute) = (field.variant(0, 1).await, field.variant(1, 1).await);
        let order = field.picking(variant).await;
        field
            .act(&order, bench::staff(), Act::Short { variant, quantity: 1, because: Because::NotFound, substitutes: vec![substitute] })
            .await;
        let order = field.again(&order).await;
        let mut entries: Vec<Entry> = (0..4).map(|buyer| field.hold(buyer, &[(substitute, 1)])).collect();
        entries.insert(round % 5, field.decide(round, &order, variant, substitute));
        let replies = contest.run(entries).await;
        assert_eq!(won(&replies), 1, "round {round}: {replies:?}");
        contest.settle(&[substitute], |stock| stock.claimed == 1 && stock.floor == 1).await;
        field.free(substitute).await;
        field.free(variant).await;
    }
    contest.end().await;
}

/// How many were told that it is theirs.
fn won(replies: &[(u16, String)]) -> usize {
    replies.iter().filter(|(status, _)| *status == 200).count()
}
