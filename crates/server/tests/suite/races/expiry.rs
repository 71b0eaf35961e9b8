//! A hold runs out while others want its unit, its holder confirms, and clocks sweep. The binary has no clock that moves, so the servers
//! here are apps of this process behind real HTTP, which share a clock: one app on SQLite, two on one PostgreSQL.

use super::contest::{Contest, Entry};
use super::field::Field;
use super::{rounds, won};
use crate::bench::{Bench, Engine};
use crate::conformance::another_node;
use crate::http;
use domain::Span;
use domain::reservation::State;
use server::reservation::sweep;

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_runs_out_goes_to_one_on_sqlite() {
    race(Engine::Sqlite, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_runs_out_goes_to_one_on_two_nodes_of_postgres() {
    race(Engine::Postgres, 2).await;
}

async fn race(engine: Engine, count: usize) {
    let Some(bench) = Bench::start(engine).await else { return };
    let mut apps = vec![bench.app.clone()];
    for _ in 1..count {
        apps.push(another_node(&bench).await);
    }
    let mut nodes = Vec::new();
    for app in &apps {
        nodes.push(http::serve_app(app.clone()).await);
    }
    let field = Field::on(bench, format!("{engine:?}, {count} in-process").to_lowercase(), nodes, Vec::new()).await;
    let mut contest = Contest::new(&field, "expiry against claim and confirm");
    for round in 0..rounds() {
        let variant = field.variant(0, 1).await;
        let held = field.order(field.bench.hold(variant, 1).await.expect("a hold")).await;
        field.bench.app.clock().move_on(Span::minutes(10));
        let confirm =
            api::reservation::confirm_reservation::ConfirmReservation { nickname: "도토리".into(), contact: None, language: None };
        let mut entries: Vec<Entry> = (0..6).map(|buyer| field.hold(buyer, &[(variant, 1)])).collect();
        entries.insert(round % 7, field.shopper(round, &held, confirm));
        let sweeps = futures::future::join_all(apps.iter().map(sweep::once));
        let (replies, swept) = tokio::join!(contest.run(entries), sweeps);
        swept.into_iter().for_each(|swept| swept.expect("a sweep"));
        assert_eq!(won(&replies), 1, "round {round}: {replies:?}");
        assert_eq!(field.again(&held).await.state, State::Expired);
        contest.settle(&[variant], |stock| stock.claimed == 1 && stock.floor == 1).await;
        field.free(variant).await;
    }
    contest.end().await;
}
