//! Webhooks against a real receiver on loopback, on both engines.

use crate::bench::{Bench, Engine};
use crate::receiver::Receiver;
use axum::http::StatusCode;
use domain::Span;
use domain::ids::{LineId, OrgId, StoreId, WebhookId};
use domain::reviews::{Act, Subject};
use server::app::App;
use server::clock::Clock;
use server::reviews::{Said, carry_out};
use server::store::{Ask as _, Store, delivery, line, webhook};
use server::webhook::Courier;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

fn org(bench: &Bench) -> OrgId {
    bench.live.snapshot().store.org
}

/// A webhook for everything that goes there.
async fn hook(bench: &Bench, url: &str, secret: &Mutex<String>) -> WebhookId {
    bench.app.let_webhooks_go_anywhere();
    let id = WebhookId::new(Uuid::now_v7());
    let topics = api::connections::Topic::ALL.to_vec();
    let kept = webhook::Kept { id, url: url.to_owned(), topics, created_at: bench.app.now() };
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    webhook::add(&mut tx, org(bench), &kept, "hash").await.expect("a webhook");
    tx.commit().await.expect("a commit");
    *secret.lock().expect("a lock") = bench.app.secret().webhook(id);
    id
}

fn courier(bench: &Bench) -> Courier {
    Courier::new(bench.app.clone()).expect("a courier")
}

/// Rounds with time passing, until nothing waits.
async fn until_quiet(bench: &Bench, courier: &Courier) {
    for _ in 0..12 {
        courier.round().await.expect("a round");
        bench.app.clock().move_on(Span::hours(15));
    }
}

/// How many deliveries are in each state.
async fn states(bench: &Bench) -> BTreeMap<String, i64> {
    let mut reader = bench.app.store().read().await.expect("a reader");
    let rows = reader.fetch("SELECT state, COUNT(*) FROM delivery GROUP BY state", &[]).await.expect("rows");
    rows.iter().map(|row| (row.text(0).expect("a state").to_owned(), row.int(1).expect("a number"))).collect()
}

/// Numbers of a store's events that webhooks are told of.
async fn told(bench: &Bench, store: StoreId, since: i64) -> BTreeSet<i64> {
    let mut reader = bench.app.store().read().await.expect("a reader");
    let events = server::store::event::after(&mut reader, store, since, 10_000).await.expect("events");
    events.iter().filter(|kept| server::webhook::event::told(&kept.what).is_some()).map(|kept| kept.seq).collect()
}

async fn last(bench: &Bench) -> i64 {
    let mut reader = bench.app.store().read().await.expect("a reader");
    server::store::event::last(&mut reader, bench.store_id()).await.expect("a number")
}

pub async fn what_happens_is_told_once_signed_and_without_a_word_of_who(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (receiver, secret) = Receiver::start(|_| Some(StatusCode::OK)).await;
    hook(&bench, &receiver.url, &secret).await;
    let (since, variant) = (last(&bench).await, bench.variant_with(3).await);
    let since = since.min(last(&bench).await);
    bench.picking(variant, 1).await;
    let courier = courier(&bench);
    courier.round().await.expect("a round");
    courier.round().await.expect("another, with nothing to do");
    let got = receiver.got();
    assert_eq!(receiver.seqs(), told(&bench, bench.store_id(), since).await, "each event that is told, and none but these");
    assert_eq!(got.len(), receiver.seqs().len(), "each once");
    let names: BTreeSet<_> = got.iter().map(|got| got.event.as_str()).collect();
    assert_eq!(names, BTreeSet::from(["reservation.placed", "reservation.picking", "stock.changed"]));
    let stock = got.iter().find(|got| got.event == "stock.changed").expect("a figure");
    assert!(stock.body["data"]["available"].is_u64() && stock.body["data"]["gtin"].is_string(), "{}", stock.body);
    let whole = got.iter().map(|got| got.body.to_string()).collect::<String>();
    assert!(!whole.contains("도토리") && !whole.contains("nickname"), "who it is stays here");
    assert!(got.iter().all(|got| got.body["id"] == got.delivery.as_str() && got.body["store"] == "hongdae"));
}

pub async fn lost_replies_and_errors_are_tried_again_until_each_has_arrived(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    // A third of the replies never arrive, and the receiver is broken at first.
    let answer = |count: usize| match count {
        1..=4 => Some(StatusCode::INTERNAL_SERVER_ERROR),
        count if count % 3 == 0 => None,
        _ => Some(StatusCode::NO_CONTENT),
    };
    let (receiver, secret) = Receiver::start(answer).await;
    hook(&bench, &receiver.url, &secret).await;
    let since = last(&bench).await;
    let variant = bench.variant_with(5).await;
    for _ in 0..5 {
        let id = bench.hold(variant, 1).await.expect("a hold");
        bench.confirm(id).await;
    }
    let wanted = told(&bench, bench.store_id(), since).await;
    until_quiet(&bench, &courier(&bench)).await;
    assert!(receiver.seqs().is_superset(&wanted), "nothing is lost");
    assert_eq!(states(&bench).await.keys().collect::<Vec<_>>(), ["sent"]);
    assert!(receiver.got().len() > wanted.len(), "some had to come twice, under the same id");
}

pub async fn what_is_never_answered_is_given_up_and_can_be_replayed(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let well = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let is_well = well.clone();
    let answer = move |_| match is_well.load(std::sync::atomic::Ordering::SeqCst) {
        true => Some(StatusCode::OK),
        false => Some(StatusCode::BAD_GATEWAY),
    };
    let (receiver, secret) = Receiver::start(answer).await;
    let id = hook(&bench, &receiver.url, &secret).await;
    bench.variant_with(2).await;
    let courier = courier(&bench);
    courier.round().await.expect("a round");
    let count = receiver.got().len();
    assert!(count > 0 && states(&bench).await.contains_key("waiting"));
    until_quiet(&bench, &courier).await;
    assert_eq!(states(&bench).await, BTreeMap::from([("dead".to_owned(), count as i64)]));
    assert_eq!(receiver.got().len(), count * 8, "eight tries each");
    let mut reader = bench.app.store().read().await.expect("a reader");
    let dead = delivery::all(&mut reader, org(&bench), Some(api::connections::DeliveryState::Dead), 10).await.expect("a list");
    assert!(dead.iter().all(|one| one.last_status == Some(502) && one.tries == 8));
    drop(reader);
    well.store(true, std::sync::atomic::Ordering::SeqCst);
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    assert!(delivery::replay(&mut tx, org(&bench), dead[0].id, bench.app.now()).await.expect("a replay"));
    assert_eq!(delivery::replay_all(&mut tx, org(&bench), id, bench.app.now()).await.expect("a replay"), count as u64 - 1);
    tx.commit().await.expect("a commit");
    courier.round().await.expect("a round");
    assert_eq!(states(&bench).await, BTreeMap::from([("sent".to_owned(), count as i64)]));
}

pub async fn a_receiver_that_is_gone_for_good_is_removed(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (receiver, secret) = Receiver::start(|_| Some(StatusCode::GONE)).await;
    hook(&bench, &receiver.url, &secret).await;
    bench.variant_with(2).await;
    let courier = courier(&bench);
    courier.round().await.expect("a round");
    let count = receiver.got().len();
    bench.variant_with(9).await;
    until_quiet(&bench, &courier).await;
    assert_eq!(receiver.got().len(), count, "nothing more is sent there");
    let mut reader = bench.app.store().read().await.expect("a reader");
    assert_eq!(webhook::all(&mut reader, org(&bench)).await.expect("a list"), []);
}

pub async fn a_private_network_is_not_told_anything_unless_it_is_allowed(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (receiver, secret) = Receiver::start(|_| Some(StatusCode::OK)).await;
    // The setting is read when the courier starts.
    let strict = courier(&bench);
    hook(&bench, &receiver.url, &secret).await;
    let named = receiver.url.replace("http://127.0.0.1", "https://localhost");
    hook(&bench, &named, &secret).await;
    bench.variant_with(2).await;
    strict.round().await.expect("a round");
    assert_eq!(receiver.got().len(), 0);
    let mut reader = bench.app.store().read().await.expect("a reader");
    let waiting = delivery::all(&mut reader, org(&bench), None, 100).await.expect("a list");
    let problems: BTreeSet<_> = waiting.iter().filter_map(|one| one.last_problem.as_deref()).collect();
    assert_eq!(problems, BTreeSet::from(["the name leads into a private network", "webhooks go to https:// addresses"]));
}

/// The process ends between an event and its delivery, and again between taking a delivery and writing down its end.
pub async fn a_process_that_ends_at_any_point_loses_nothing(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (receiver, secret) = Receiver::start(|_| Some(StatusCode::OK)).await;
    hook(&bench, &receiver.url, &secret).await;
    let since = last(&bench).await;
    let variant = bench.variant_with(4).await;
    bench.hold(variant, 1).await.expect("a hold");
    let wanted = told(&bench, bench.store_id(), since).await;
    // Ends after the event: nobody has planned anything; a transaction that was under way is undone.
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let mark = delivery::lock_mark(&mut tx, org(&bench), bench.store_id()).await.expect("a read").expect("the mark");
    delivery::move_mark(&mut tx, org(&bench), bench.store_id(), mark + 100).await.expect("a move");
    drop(tx);
    let first = Courier::new(bench.app.clone()).expect("a courier");
    first.round().await.expect("a round");
    assert_eq!(receiver.seqs(), wanted);
    // Ends after taking: the lease runs out, and another worker takes it.
    bench.hold(variant, 1).await.expect("a hold");
    let wanted = told(&bench, bench.store_id(), since).await;
    let mut reader = bench.app.store().read().await.expect("a reader");
    let behind = delivery::behind(&mut reader).await.expect("a read");
    drop(reader);
    assert_eq!(behind.len(), 1);
    let abandoned = abandon(&bench, &first, &receiver).await;
    assert!(abandoned > 0);
    first.round().await.expect("a round within the lease");
    assert_ne!(receiver.seqs(), wanted, "whoever took it still has it");
    bench.app.clock().move_on(Span::minutes(2));
    first.round().await.expect("a round");
    assert_eq!(receiver.seqs(), wanted);
}

/// Plans, then takes what is due and does nothing with it, as a process that is killed.
async fn abandon(bench: &Bench, courier: &Courier, receiver: &Receiver) -> usize {
    let before = receiver.got().len();
    courier.plan().await.expect("a plan");
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let taken = delivery::claim(&mut tx, bench.app.now(), Span::minutes(1), 100).await.expect("a claim");
    tx.commit().await.expect("a commit");
    assert_eq!(receiver.got().len(), before);
    taken.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn several_nodes_on_postgres_deliver_each_event_once() {
    let Some(bench) = Bench::start(Engine::Postgres).await else { return };
    let (receiver, secret) = Receiver::start(|_| Some(StatusCode::OK)).await;
    hook(&bench, &receiver.url, &secret).await;
    let since = last(&bench).await;
    let url = bench.url.clone().expect("an address");
    let mut nodes = Vec::new();
    for _ in 0..3 {
        let store = Store::connect(&url).await.expect("the database");
        let app = App::start(store, bench.data.path(), Clock::default(), domain::gs1::Hosts::default()).await.expect("a node");
        app.let_webhooks_go_anywhere();
        nodes.push(Courier::new(app).expect("a courier"));
    }
    let variant = bench.variant_with(40).await;
    let workers = nodes.into_iter().map(|node| {
        tokio::spawn(async move {
            for _ in 0..30 {
                node.round().await.expect("a round");
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
        })
    });
    let workers: Vec<_> = workers.collect();
    for _ in 0..40 {
        bench.hold(variant, 1).await.expect("a hold");
    }
    for worker in workers {
        worker.await.expect("a worker");
    }
    courier(&bench).round().await.expect("what came last");
    let got = receiver.got();
    assert_eq!(receiver.seqs(), told(&bench, bench.store_id(), since).await);
    assert_eq!(got.len(), receiver.seqs().len(), "each once, whoever sent it");
    let ids: BTreeSet<_> = got.iter().map(|got| got.delivery.clone()).collect();
    assert_eq!(ids.len(), got.len());
    println!("{} deliveries by four nodes, each once", got.len());
}

pub async fn a_line_goes_back_to_the_online_shop_when_it_is_shown(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (receiver, secret) = Receiver::start(|_| Some(StatusCode::OK)).await;
    hook(&bench, &receiver.url, &secret).await;
    let (line, product) = (Uuid::now_v7(), bench.live.snapshot().catalogue.products[0].id);
    let kept = line::Kept {
        id: LineId::new(line),
        product,
        store: bench.store_id(),
        language: domain::Language::KO,
        body: "생각보다 가벼워요".into(),
        state: line::State::Waiting,
        at: bench.app.now(),
    };
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    line::insert(&mut tx, org(&bench), &kept).await.expect("a line");
    tx.commit().await.expect("a commit");
    let (courier, person) = (courier(&bench), domain::ids::PersonId::new(Uuid::nil()));
    let decide = async |act: Act| {
        let reason = (act == Act::Hide).then_some(domain::reviews::ReportReason::OffTopic);
        let said = Said::Decision { subject: Subject::Line, id: line, act, reason, person };
        let key = server::command::Key::new("test", Uuid::now_v7(), &());
        carry_out(&bench.app, &bench.live, &key, &said).await.expect("decided");
        courier.round().await.expect("a round");
        receiver.got().iter().filter(|got| got.event == "line.shown").count()
    };
    assert_eq!(decide(Act::Show).await, 1);
    assert_eq!(decide(Act::Keep).await, 1, "it was shown already");
    assert_eq!(decide(Act::Hide).await, 1);
    assert_eq!(decide(Act::Show).await, 2, "shown again is told again");
    let got = receiver.got();
    let data = &got.iter().find(|got| got.event == "line.shown").expect("a line").body["data"];
    assert_eq!((data["text"].as_str(), data["line"].as_str()), (Some("생각보다 가벼워요"), Some(line.to_string().as_str())));
    assert!(data["gtin"].is_string(), "{data}");
}
