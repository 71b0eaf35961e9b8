//! Reviews, lines and what moderators do, on both engines.

use crate::bench::{Bench, Engine, person};
use api::Code;
use api::event::Happening;
use domain::Language;
use domain::ids::{ProductId, ReviewId};
use domain::reviews::{Act, Filter, Order, ReportReason, Subject};
use server::command::Key;
use server::failure::Failure;
use server::reviews::{Said, Shelf, carry_out};
use server::store::{line, moderation, review};
use std::sync::Arc;
use uuid::Uuid;

/// The overshirt: the first product of the range.
fn overshirt(bench: &Bench) -> ProductId {
    bench.live.snapshot().catalogue.products[0].id
}

async fn shelf(bench: &Bench, product: ProductId) -> Arc<Shelf> {
    let snapshot = bench.live.snapshot();
    let product = snapshot.catalogue.product(product).expect("the product").clone();
    bench.app.shelves().of(&bench.app, &snapshot, &product).await.expect("a read")
}

async fn say(bench: &Bench, said: Said) -> Result<(), Failure> {
    say_with(bench, Uuid::now_v7(), said).await
}

async fn say_with(bench: &Bench, key: Uuid, said: Said) -> Result<(), Failure> {
    carry_out(&bench.app, &bench.live, &Key::new("test", key, &format!("{said:?}")), &said).await
}

fn decision(subject: Subject, id: Uuid, act: Act) -> Said {
    let reason = (act == Act::Hide).then_some(ReportReason::Abuse);
    Said::Decision { subject, id, act, reason, person: person() }
}

async fn open(bench: &Bench) -> Vec<moderation::Reports> {
    let org = bench.live.snapshot().store.org;
    moderation::open(&mut bench.app.store().read().await.expect("a reader"), org).await.expect("a read")
}

async fn suspects(bench: &Bench) -> Vec<ReviewId> {
    let org = bench.live.snapshot().store.org;
    let found = moderation::suspects(&mut bench.app.store().read().await.expect("a reader"), org, 10).await.expect("a read");
    found.into_iter().map(|(id, _)| id).collect()
}

pub async fn a_shelf_holds_every_shown_review_of_its_product(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let product = overshirt(&bench);
    let shelf = shelf(&bench, product).await;
    let written: Vec<_> = fixtures::onmaru().reviews.into_iter().filter(|review| review.product == product).collect();
    let picked = shelf.digest.pick(&Filter::default(), Order::Newest, None, 1000);
    assert_eq!(picked.ids.len(), written.len());
    assert_eq!(shelf.digest.ratings(), bench.live.snapshot().catalogue.product(product).expect("the product").ratings);
    let photos = written.iter().filter(|review| review.photo.is_some()).count();
    assert_eq!(picked.facets.photo as usize, photos);
    assert!(shelf.digest.fit().is_some_and(|fit| fit.total() >= 5));
    assert!(shelf.digest.mentions().iter().any(|mention| mention.word == "소매" && mention.language == Language::KO));
}

pub async fn a_hidden_review_counts_nowhere_and_a_shown_one_again(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let product = overshirt(&bench);
    let before = shelf(&bench, product).await.digest.ratings();
    let id = shelf(&bench, product).await.digest.pick(&Filter::default(), Order::Low, None, 1).ids[0];
    let seq = bench.live.snapshot().seq;
    say(&bench, decision(Subject::Review, id.uuid(), Act::Hide)).await.expect("hidden");
    let after = shelf(&bench, product).await.digest.ratings();
    assert_eq!(after.total() + 1, before.total());
    assert_eq!(say(&bench, Said::Helpful(id)).await.expect_err("nobody sees it").code, Code::NoSuchReview);
    assert_eq!(say(&bench, Said::Report(id, ReportReason::Abuse)).await.expect_err("nobody sees it").code, Code::NoSuchReview);

    let mut news = bench.live.watch();
    let stars = || bench.live.snapshot().catalogue.product(product).map(|product| product.ratings);
    while stars() != Some(after) {
        tokio::time::timeout(std::time::Duration::from_secs(30), news.changed()).await.expect("news").expect("a live node");
    }
    let told = bench.live.events_after(seq).expect("in memory");
    assert!(told.iter().any(|event| event.what == Happening::Catalogue));
    say(&bench, decision(Subject::Review, id.uuid(), Act::Show)).await.expect("shown");
    assert_eq!(shelf(&bench, product).await.digest.ratings(), before);
}

pub async fn every_store_of_the_organisation_hears_of_a_hidden_review(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let other = bench.app.live().store("seongsu").expect("the second store");
    let (product, seq) = (overshirt(&bench), other.snapshot().seq);
    let id = shelf(&bench, product).await.digest.pick(&Filter::default(), Order::High, None, 1).ids[0];
    let mut news = other.watch();
    say(&bench, decision(Subject::Review, id.uuid(), Act::Hide)).await.expect("hidden");
    while other.snapshot().seq == seq {
        tokio::time::timeout(std::time::Duration::from_secs(30), news.changed()).await.expect("news").expect("a live node");
    }
    assert_eq!(other.events_after(seq).map(|events| events.len()), Some(1));
}

pub async fn one_key_helps_and_reports_once(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (product, org) = (overshirt(&bench), bench.live.snapshot().store.org);
    let id = shelf(&bench, product).await.digest.pick(&Filter::default(), Order::Newest, None, 1).ids[0];
    let helpful = async || {
        let mut reader = bench.app.store().read().await.expect("a reader");
        review::get(&mut reader, org, id).await.expect("a read").expect("the review").helpful
    };
    let (before, key) = (helpful().await, Uuid::now_v7());
    for _ in 0..3 {
        say_with(&bench, key, Said::Helpful(id)).await.expect("helped");
    }
    assert_eq!(helpful().await, before + 1);
    let key = Uuid::now_v7();
    for _ in 0..3 {
        say_with(&bench, key, Said::Report(id, ReportReason::Advert)).await.expect("reported");
    }
    say(&bench, Said::Report(id, ReportReason::OffTopic)).await.expect("reported");
    let mine: Vec<_> = open(&bench).await.into_iter().filter(|reports| reports.id == id.uuid()).map(|it| (it.reason, it.count)).collect();
    assert_eq!(mine, [(ReportReason::Advert, 1), (ReportReason::OffTopic, 1)]);
    say(&bench, decision(Subject::Review, id.uuid(), Act::Keep)).await.expect("kept");
    assert!(open(&bench).await.iter().all(|reports| reports.id != id.uuid()), "a decision settles them");
    assert_eq!(shelf(&bench, product).await.digest.pick(&Filter::default(), Order::Newest, None, 1).ids, [id], "and it stays");
}

pub async fn what_gives_somebody_away_waits_until_somebody_decides(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let [id] = suspects(&bench).await[..] else { panic!("the demo has one such review") };
    say(&bench, decision(Subject::Review, id.uuid(), Act::Keep)).await.expect("kept");
    assert!(suspects(&bench).await.is_empty());
    let org = bench.live.snapshot().store.org;
    let mut reader = bench.app.store().read().await.expect("a reader");
    let history = moderation::history(&mut reader, org, 10).await.expect("a read");
    assert_eq!(history.iter().map(|it| (it.about, it.act, it.person)).collect::<Vec<_>>(), [(id.uuid(), Act::Keep, person())]);
}

pub async fn a_line_is_seen_once_a_moderator_has_read_it(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (product, org) = (overshirt(&bench), bench.live.snapshot().store.org);
    let shown = async || {
        let mut reader = bench.app.store().read().await.expect("a reader");
        line::shown(&mut reader, org, product, 100).await.expect("a read")
    };
    let waiting = async || {
        let mut reader = bench.app.store().read().await.expect("a reader");
        line::waiting(&mut reader, org, 100).await.expect("a read")
    };
    let before = (shown().await.len(), waiting().await.len());
    say(&bench, Said::Line(product, Language::KO, "부드러워요".into())).await.expect("left");
    assert_eq!((shown().await.len(), waiting().await.len()), (before.0, before.1 + 1));
    let id = waiting().await.last().expect("the newest").id.uuid();
    say(&bench, decision(Subject::Line, id, Act::Keep)).await.expect("kept");
    assert_eq!((shown().await[0].body.as_str(), waiting().await.len()), ("부드러워요", before.1));
    say(&bench, decision(Subject::Line, id, Act::Hide)).await.expect("hidden");
    assert_eq!(shown().await.len(), before.0);
    assert_eq!(say(&bench, decision(Subject::Line, Uuid::nil(), Act::Hide)).await.expect_err("none").code, Code::NoSuchReview);
}

pub async fn what_has_many_reviews_is_read_before_anybody_asks(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let snapshot = bench.live.snapshot();
    let most = snapshot.catalogue.products.iter().max_by_key(|product| product.ratings.total()).expect("a product").clone();
    assert!(!bench.app.shelves().is_ready(&snapshot, most.id));
    server::reviews::warm::warm(&bench.app, &snapshot, most.ratings.total()).await.expect("a read");
    assert!(bench.app.shelves().is_ready(&snapshot, most.id), "the first visitor waits for nothing");
    let other = snapshot.catalogue.products.iter().find(|product| product.ratings.total() < most.ratings.total()).expect("another");
    assert!(!bench.app.shelves().is_ready(&snapshot, other.id), "the others are read when they are asked for");
}
