//! Collections: counted figures, choices, and members that fall.

use crate::bench::{Bench, Engine, person, staff};
use domain::curation::{Evidence, Measure, Standing, Within};
use domain::ids::{CurationTaskId, ProductId};
use server::activity;
use server::live::curated::{Explained, Shown};
use server::reservation::act::{Act, Proof};
use server::store::choice::{self, Kind};
use server::store::{self, standing, text as texts};
use std::sync::Arc;
use uuid::Uuid;

async fn look(bench: &Bench) {
    bench.app.live().curate(&bench.live, bench.app.store(), bench.app.clock()).await.expect("a look");
}

fn set(bench: &Bench, slug: &str) -> Arc<Shown> {
    bench.live.curated().find(slug).expect("a collection").clone()
}

fn products(shown: &Shown) -> Vec<ProductId> {
    shown.members.iter().map(|one| one.member.product).collect()
}

fn says(one: &Explained, wanted: impl Fn(&Evidence) -> bool) -> bool {
    one.member.why.iter().any(wanted)
}

pub async fn the_demos_collections_are_computed_and_say_true_figures(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let snapshot = bench.live.snapshot();
    let four = set(&bench, "four-stars");
    assert!(four.members.len() >= 5, "{}", four.members.len());
    for one in four.members.iter().filter(|one| one.member.standing == Standing::Rule) {
        let ratings = snapshot.catalogue.product(one.member.product).expect("a product").ratings;
        let (tenths, count) = (ratings.tenths().unwrap_or(0), u32::try_from(ratings.total()).unwrap_or(0));
        assert!(tenths >= 40 && count >= 5 && says(one, |why| *why == Evidence::Rated { tenths, count }));
    }
    let trending = set(&bench, "trending");
    assert!(trending.members.len() >= 5);
    let wished = Evidence::Grew { of: Some(Measure::Wish), before: 40, after: 55, days: 7, within: Within::Store };
    assert!(trending.members.iter().any(|one| says(one, |why| *why == wished)));
    assert!(set(&bench, "new").members.len() >= 4 && set(&bench, "most-wished").members.len() >= 5);
    assert!(!set(&bench, "staff-picks").members.is_empty());
    assert_eq!(trending.set.here(&trending.set.title).get(domain::Language::EN), "Trending at Onmaru Hongdae");
    let seongsu = bench.app.live().store("seongsu").expect("the other store").curated();
    assert_ne!(products(seongsu.find("trending").expect("a collection")), products(&trending), "each store has its own trends");
}

pub async fn what_shoppers_do_is_counted_and_changes_who_is_in(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(5).await;
    let product = bench.live.snapshot().catalogue.variant(variant).expect("a variant").0.id;
    assert!(!products(&set(&bench, "most-wished")).contains(&product));
    bench.app.activity().count(&bench.live, product, Measure::Wish, 60, bench.app.now());
    activity::flush(&bench.app).await;
    activity::flush(&bench.app).await;
    look(&bench).await;
    let wished = set(&bench, "most-wished");
    let evidence = Evidence::Wished { count: 60, days: 28, within: Within::Store };
    assert!(wished.members.iter().any(|one| one.member.product == product && says(one, |why| *why == evidence)));
    // A hold is a wish and a reservation, a collected unit a sale; a repeated key is neither twice.
    let key = Uuid::now_v7();
    for _ in 0..2 {
        bench.hold_with(key, variant, 2).await.expect("a hold");
    }
    let id = bench.picking(variant, 1).await;
    bench.act(id, staff(), Act::Scan(variant)).await.expect("a scan");
    bench.act(id, staff(), Act::Ready { bin: "B1".into() }).await.expect("ready");
    let proof = Proof::Override("seen".into());
    bench.act(id, staff(), Act::Collect { proof, refused: Vec::new() }).await.expect("collected");
    activity::flush(&bench.app).await;
    let mut reader = bench.app.store().read().await.expect("a reader");
    let counted = store::activity::since(&mut reader, bench.store_id(), 0).await.expect("counts");
    let today = server::hours::day_number(&bench.live.snapshot().store, bench.app.now());
    let of = |measure| counted.iter().find(|one| (one.product, one.day, one.measure) == (product, today, measure)).map(|one| one.count);
    assert_eq!([Measure::Wish, Measure::Reserve, Measure::Sale].map(of), [Some(62), Some(3), Some(1)]);
}

/// Gives a member one-star reviews until it is below four.
async fn disappoint(bench: &Bench, product: ProductId) {
    let org = bench.live.snapshot().store.org;
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let sql = "INSERT INTO review (org_id, review_id, product_id, source, scale, value, stars, author, language, body, verified, helpful, written_at) \
               VALUES ($1, $2, $3, 'test', 5, 1, 1, 'a', 'ko', '', TRUE, 0, 1)";
    for _ in 0..100 {
        tx.execute(sql, &[store::text(org), store::text(Uuid::now_v7()), store::text(product)]).await.expect("a review");
    }
    tx.commit().await.expect("a commit");
    bench.app.live().reload(bench.app.store(), bench.app.clock()).await.expect("all stores");
}

pub async fn a_member_that_falls_waits_for_a_decision_and_comes_back_by_itself(engine: Engine) {
    let Some(mut bench) = Bench::start(engine).await else { return };
    let member = set(&bench, "four-stars").members.iter().find(|one| one.member.standing == Standing::Rule).expect("one").member.product;
    disappoint(&bench, member).await;
    bench.live = bench.app.live().store("hongdae").expect("the flagship");
    look(&bench).await;
    let four = set(&bench, "four-stars");
    let waits = four.members.iter().find(|one| one.member.product == member).expect("it stays");
    assert_eq!(waits.member.standing, Standing::Waiting);
    assert_eq!(four.tasks.len(), 1);
    let missed = &four.tasks[0].missed;
    assert!(matches!(missed[..], [domain::curation::Missed { now: Evidence::Rated { tenths: 10..40, .. }, .. }]), "{missed:?}");
    // Another node, and the same one later, see the same task.
    look(&bench).await;
    assert_eq!(set(&bench, "four-stars").tasks, four.tasks);
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    tx.execute("DELETE FROM review WHERE source = 'test'", &[]).await.expect("hidden");
    tx.commit().await.expect("a commit");
    bench.app.live().reload(bench.app.store(), bench.app.clock()).await.expect("all stores");
    bench.live = bench.app.live().store("hongdae").expect("the flagship");
    let four = set(&bench, "four-stars");
    assert!(four.tasks.is_empty());
    assert!(four.members.iter().any(|one| one.member.product == member && one.member.standing == Standing::Rule));
}

pub async fn choices_keep_their_places_and_one_fall_is_one_task(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (org, store) = (bench.live.snapshot().store.org, bench.store_id());
    let four = set(&bench, "four-stars");
    let ruled: Vec<_> = four.members.iter().filter(|one| one.member.standing == Standing::Rule).map(|one| one.member.product).collect();
    let (id, first, second, third) = (four.set.id, ruled[0], ruled[1], ruled[2]);
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let out = choice::Kept { product: second, kind: Kind::Exclude, position: 0, person: person(), at: bench.app.now() };
    choice::order(&mut tx, org, id, &[third, second, first], person(), bench.app.now()).await.expect("an order");
    choice::save(&mut tx, org, id, &out, "why").await.expect("an exclusion");
    texts::save(&mut tx, org, "collection", id, &server::live::curated::words_field(second), &domain::Text::ko_en("왜", "why"))
        .await
        .expect("words");
    tx.commit().await.expect("a commit");
    look(&bench).await;
    assert_eq!(products(&set(&bench, "four-stars"))[..2], [third, first]);
    // Only whoever takes the row away opens the task.
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    assert!(standing::leave(&mut tx, store, id, first).await.expect("a row"));
    assert!(!standing::leave(&mut tx, store, id, first).await.expect("no row"));
    let task = CurationTaskId::new(Uuid::now_v7());
    let open = standing::Task { id: task, collection: id, product: first, missed: Vec::new(), opened_at: bench.app.now() };
    standing::open(&mut tx, org, store, &open).await.expect("a task");
    assert_eq!(standing::tasks(&mut tx, org, store).await.expect("tasks"), [open]);
    assert!(standing::close(&mut tx, org, task, person(), bench.app.now()).await.expect("closed"));
    assert!(!standing::close(&mut tx, org, task, person(), bench.app.now()).await.expect("only once"));
}
