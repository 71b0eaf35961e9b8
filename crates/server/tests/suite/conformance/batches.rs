//! Batches of another system, as the writer takes them on both engines.

use crate::bench::{Bench, Engine};
use api::event::Happening;
use api::integration::Outcome;
use domain::ids::{KeyId, VariantId};
use domain::import::{Entry, Goods, Review, TextField};
use domain::{Instant, Language};
use server::import::write::{Told, Writer};
use server::import::{Row, Terms};
use server::store::{self, key, stores};
use uuid::Uuid;

fn mug(quantity: Option<u32>) -> Entry {
    let texts = vec![(TextField::Name, "Mug".to_owned())];
    Entry::Goods(Box::new(Goods { sku: Some("MUG".into()), texts, quantity, store: Some("hongdae".into()), ..Goods::default() }))
}

fn review(product: &str) -> Entry {
    Entry::Review(Box::new(Review {
        product: product.into(),
        key: Some("r".into()),
        scale: 50,
        value: 40,
        title: String::new(),
        body: "Good".into(),
        author: "Chi".into(),
        language: None,
        verified: false,
        helpful: 0,
        written_at: None,
        size: None,
        fit: None,
        photos: Vec::new(),
    }))
}

async fn write(bench: &Bench, entries: Vec<Entry>) -> Vec<Told> {
    let store = bench.app.store();
    let org = bench.live.snapshot().store.org;
    let kept = stores::all(&mut store.read().await.expect("a reader")).await.expect("stores");
    let terms = Terms::new(Uuid::now_v7(), org, &kept, None, Language::EN, "", Instant::from_millis(1_000));
    let rows: Vec<Row> = (1..).zip(entries).map(|(number, entry)| Row { number, entries: vec![entry], flags: Vec::new() }).collect();
    let mut tx = store.begin().await.expect("a transaction");
    let told = Writer::fresh(store.clone(), terms).write_told(&mut tx, &rows).await.expect("a batch");
    tx.commit().await.expect("a commit");
    told
}

fn outcomes(told: &[Told]) -> Vec<Outcome> {
    told.iter().map(|told| told.outcome).collect()
}

pub async fn each_row_is_told_what_became_of_it(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    use Outcome::{Aside, Made, Refused, Same};
    let nameless = Entry::Goods(Box::new(Goods { sku: Some("GHOST".into()), quantity: Some(1), ..Goods::default() }));
    let batch = || vec![mug(Some(3)), nameless.clone(), review("MUG"), review("HAT"), mug(Some(3))];
    let first = write(&bench, batch()).await;
    // The last one's figure is the first's: both moved it.
    assert_eq!(outcomes(&first), [Made, Refused, Made, Aside, Outcome::Changed]);
    assert_eq!(outcomes(&write(&bench, batch()).await), [Same, Refused, Same, Aside, Same]);
    bench.assert_clean().await;
}

pub async fn a_figure_from_outside_is_told_to_its_store_and_opens_a_shortfall_where_more_is_promised(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    write(&bench, vec![mug(Some(3))]).await;
    let org = bench.live.snapshot().store.org;
    let mut reader = bench.app.store().read().await.expect("a reader");
    let codes = [("sku", "MUG".to_owned())];
    let found = store::record::by_code(&mut reader, org, &codes).await.expect("a read");
    let variant: VariantId = found.values().next().expect("the mug").1;
    let since = store::event::last(&mut reader, bench.store_id()).await.expect("a number");
    drop(reader);
    bench.hold(variant, 2).await.expect("a hold");
    assert_eq!(outcomes(&write(&bench, vec![mug(Some(1))]).await), [Outcome::Changed]);
    assert_eq!(bench.stock(variant).await.available(), -1);
    let mut reader = bench.app.store().read().await.expect("a reader");
    let events = store::event::after(&mut reader, bench.store_id(), since, 100).await.expect("events");
    let told = events.iter().filter(|event| matches!(event.what, Happening::Stock { variant: of, .. } if of == variant)).count();
    assert_eq!(told, 2, "the hold and the figure");
    assert!(!events.iter().any(|event| event.what == Happening::Catalogue), "the catalogue is as it was");
    drop(reader);
    bench.assert_clean().await;
}

pub async fn a_key_opens_until_it_is_revoked_and_only_its_own_organisation(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (org, id, now) = (bench.live.snapshot().store.org, KeyId::new(Uuid::now_v7()), bench.app.now());
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    key::add(&mut tx, org, id, "Till", "hash", now).await.expect("a key");
    let found = key::by_hash(&mut tx, "hash").await.expect("a read").expect("the key");
    assert_eq!((found.org, found.id, found.last_used_at), (org, id, None));
    key::used(&mut tx, org, id, now).await.expect("a use");
    assert_eq!(key::all(&mut tx, org).await.expect("a list")[0].last_used_at, Some(now));
    let other = domain::ids::OrgId::new(Uuid::now_v7());
    key::revoke(&mut tx, other, id, now).await.expect("no matter");
    assert!(key::by_hash(&mut tx, "hash").await.expect("a read").is_some(), "another organisation revokes nothing here");
    assert_eq!(key::find(&mut tx, other, id).await.expect("a read"), None);
    key::revoke(&mut tx, org, id, now).await.expect("an end");
    assert_eq!(key::by_hash(&mut tx, "hash").await.expect("a read"), None);
}
