use crate::serve::{Served, shop};
use api::pickup::{Claims, Pickup, Queue, Suggestion, Walk};
use api::reservation::Wish;
use api::{Code, Problem};
use domain::ids::{ReservationId, VariantId};
use domain::reservation::{Actor, State};
use domain::stock::{Bucket, Reason, Transfer};
use domain::{Language, Span};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use server::command::Key;
use server::reservation::act::{Act, Order, carry_out};
use server::reservation::hold::hold_units;
use server::reservation::sweep;
use server::work::Work;
use server::{check, store};
use std::sync::Arc;
use uuid::Uuid;

const PICKUPS: &str = "/api/v1/stores/hongdae/pickups";

type Live = Arc<server::live::LiveStore>;

fn live(shop: &Served, store: &str) -> Live {
    shop.app.live().store(store).expect("a store")
}

/// A variant of which this many are free.
async fn variant_with(shop: &Served, live: &Live, units: u32) -> VariantId {
    let snapshot = live.snapshot();
    let known = |id: &VariantId| snapshot.catalogue.variant(*id).is_some() && !snapshot.locations_of(*id).is_empty();
    let (variant, _) =
        snapshot.stock.iter().filter(|(id, figure)| known(id) && figure.stock.claimed == 0).min_by_key(|(id, _)| **id).expect("stock");
    let mut work = Work::begin(&shop.app, live).await.expect("a transaction");
    work.lock_stock([*variant]).await.expect("a row");
    let free = u32::try_from(work.stock(*variant).expect("a row").available()).unwrap_or(0);
    let transfers = [(Bucket::Floor, Bucket::Shrink, free), (Bucket::Supplier, Bucket::Floor, units)];
    for (from, to, quantity) in transfers.into_iter().filter(|(_, _, quantity)| *quantity > 0) {
        let transfer = Transfer { from, to, quantity, reason: Reason::Adjusted };
        work.transfer(*variant, transfer, "test", "test").await.ok().expect("a movement");
    }
    work.finish().await.expect("a commit");
    *variant
}

async fn act(shop: &Served, live: &Live, id: ReservationId, actor: Actor, act: Act) {
    let order = Order { app: &shop.app, live, id, actor, version: None };
    carry_out(&order, &Key::new("test", Uuid::now_v7(), &"act"), &act).await.expect("an act");
}

async fn placed(shop: &Served, live: &Live, variant: VariantId, nickname: &str) -> ReservationId {
    let wishes = [Wish { variant, quantity: 1 }];
    let id = hold_units(&shop.app, live, &Key::new("test", Uuid::now_v7(), &"hold"), &wishes, false).await.expect("a hold");
    act(shop, live, id, Actor::Shopper, Act::Confirm { nickname: nickname.into(), contact: None, language: None }).await;
    id
}

/// Waits in its bin; its code.
async fn ready(shop: &Served, live: &Live, variant: VariantId) -> (ReservationId, String) {
    let person = fixtures::onmaru().people[0].id;
    let id = placed(shop, live, variant, "도토리").await;
    for step in [Act::Accept(person), Act::Scan(variant), Act::Ready { bin: "A1".into() }] {
        act(shop, live, id, Actor::Staff(person), step).await;
    }
    let kept = store::reservation::get(&mut shop.app.store().read().await.expect("a reader"), live.id, id).await;
    let kept = kept.expect("a read").expect("the reservation");
    (id, shop.app.secret().code(id, kept.code_epoch).as_str().to_owned())
}

async fn post(shop: &Served, cookie: &str, path: &str, body: Value) -> Response {
    shop.ask(Method::POST, &format!("{PICKUPS}{path}")).header("cookie", cookie).json(&body).send().await.expect("a reply")
}

async fn read<T: serde::de::DeserializeOwned>(shop: &Served, cookie: &str, path: &str) -> T {
    let reply = shop.ask(Method::GET, &format!("/api/v1/stores/hongdae{path}")).header("cookie", cookie).send().await.expect("a reply");
    reply.json().await.expect("the reply's type")
}

#[tokio::test]
async fn an_unknown_a_used_an_expired_and_another_stores_code_get_one_answer_and_five_lock_the_person() {
    let shop = shop().await;
    let (here, there) = (live(&shop, "hongdae"), live(&shop, "seongsu"));
    let (variant, other) = (variant_with(&shop, &here, 3).await, variant_with(&shop, &there, 1).await);
    let (used, used_code) = ready(&shop, &here, variant).await;
    let proof = server::reservation::act::Proof::Code(used_code.clone());
    act(&shop, &here, used, Actor::Staff(fixtures::onmaru().people[0].id), Act::Collect { proof, refused: vec![] }).await;
    let (_, expired_code) = ready(&shop, &here, variant).await;
    let (_, other_code) = ready(&shop, &there, other).await;
    shop.app.clock().move_on(Span::hours(24 * 9));
    sweep::once(&shop.app).await.expect("a sweep");
    let (_, right_code) = ready(&shop, &here, variant).await;

    let (_, cookie) = shop.sign_in("jisu").await;
    let mut answers = Vec::new();
    for code in ["7K2M9QXA", &used_code, &expired_code, &other_code, "no code"] {
        let reply = post(&shop, &cookie, "/find", json!({ "code": code })).await;
        let mut problem: Problem = reply.json().await.expect("a problem");
        problem.request = String::new();
        answers.push(serde_json::to_value(&problem).expect("json"));
    }
    assert_eq!(answers[0]["code"], "wrong-code");
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
    let locked = post(&shop, &cookie, "/find", json!({ "code": right_code })).await;
    assert!(locked.headers().contains_key("retry-after"));
    let locked: Problem = locked.json().await.expect("a problem");
    assert_eq!(locked.code, Code::TooOften);
    assert!(locked.params["seconds"].parse::<u32>().is_ok_and(|seconds| seconds > 60));
    let (_, colleague) = shop.sign_in("sora").await;
    assert_eq!(post(&shop, &colleague, "/find", json!({ "code": right_code })).await.status(), 200, "each person has their own tries");
}

#[tokio::test]
async fn somebody_without_a_code_is_found_by_number_whole_name_or_item() {
    let shop = shop().await;
    let here = live(&shop, "hongdae");
    let variant = variant_with(&shop, &here, 1).await;
    let id = placed(&shop, &here, variant, "Do Tori").await;
    let (_, cookie) = shop.sign_in("jisu").await;
    let queue: Queue = read(&shop, &cookie, "/pickups").await;
    let order = queue.to_pick.iter().find(|order| order.id == id).expect("the order");
    assert_ne!(order.name, "Do Tori", "masked");
    let item = order.lines[0].title.get(Language::KO).to_owned();
    for (text, is_found) in
        [(order.number.expect("a number").to_string().as_str(), true), ("dotori", true), ("Do T", false), (&item, true), ("9999", false)]
    {
        let found: Vec<Pickup> = post(&shop, &cookie, "/search", json!({ "text": text })).await.json().await.expect("orders");
        assert_eq!(found.iter().any(|found| found.id == id), is_found, "{text}");
    }
    for text in [" ".to_owned(), "가".repeat(61)] {
        let refused: Problem = post(&shop, &cookie, "/search", json!({ "text": text })).await.json().await.expect("a problem");
        assert_eq!((refused.code, refused.fields.contains_key("text")), (Code::BadInput, true));
    }
}

#[tokio::test]
async fn who_has_the_last_one_in_hand_buys_it_and_the_holder_is_asked() {
    let shop = shop().await;
    let here = live(&shop, "hongdae");
    let variant = variant_with(&shop, &here, 1).await;
    let id = placed(&shop, &here, variant, "도토리").await;
    let gtin = here.snapshot().catalogue.variant(variant).expect("a variant").1.gtin;
    let (_, cookie) = shop.sign_in("jisu").await;
    let claims: Claims = read(&shop, &cookie, &format!("/claims/{gtin}")).await;
    assert_eq!((claims.floor, claims.available, claims.may_take), (1, 0, true));
    let [claim] = claims.claims.as_slice() else { panic!("one claim: {claims:?}") };
    assert_eq!((claim.reservation, claim.state, claim.quantity), (id, State::Placed, 1));
    let sell = |version: u32, quantity: u32| {
        let ask = shop
            .ask(Method::POST, &format!("{PICKUPS}/{id}/in-hand"))
            .header("cookie", &cookie)
            .header("if-match", format!("\"{version}\""));
        ask.json(&json!({ "variant": variant, "quantity": quantity })).send()
    };
    for (version, quantity, code) in
        [(claim.version + 1, 1, Code::Stale), (claim.version, 0, Code::BadInput), (claim.version, 2, Code::TooMany)]
    {
        let refused: Problem = sell(version, quantity).await.expect("a reply").json().await.expect("a problem");
        assert_eq!(refused.code, code);
    }
    let sold: Claims = sell(claim.version, 1).await.expect("a reply").json().await.expect("the claims");
    assert_eq!((sold.floor, sold.claims.len()), (0, 0));
    let twice: Problem = sell(claim.version, 1).await.expect("a reply").json().await.expect("a problem");
    assert_eq!((twice.code, twice.params["state"].as_str()), (Code::Stale, "needs-decision"), "a double tap sells one");
    assert_eq!(check::run(shop.app.store()).await.expect("a check"), Vec::new());
}

#[tokio::test]
async fn a_store_that_keeps_its_promises_sells_nothing_from_under_them() {
    let shop = shop().await;
    let here = live(&shop, "hongdae");
    let variant = variant_with(&shop, &here, 1).await;
    let id = placed(&shop, &here, variant, "도토리").await;
    let mut renewed = here.renewed();
    let mut tx = shop.app.store().begin().await.expect("a transaction");
    store::stores::save_setting(&mut tx, here.id, "in-hand", Some("off")).await.expect("a policy");
    store::event::append(&mut tx, here.id, shop.app.now(), &[api::event::Happening::Catalogue]).await.expect("an event");
    tx.commit().await.expect("a commit");
    shop.app.live().wake();
    renewed.changed().await.expect("a renewal");
    let (_, cookie) = shop.sign_in("jisu").await;
    let ask = shop.ask(Method::POST, &format!("{PICKUPS}/{id}/in-hand")).header("cookie", &cookie).header("if-match", "\"2\"");
    let reply = ask.json(&json!({ "variant": variant, "quantity": 1 })).send().await.expect("a reply");
    assert_eq!(reply.json::<Problem>().await.expect("a problem").code, Code::NotAllowed);
}

#[tokio::test]
async fn slots_are_met_once_each_on_the_way_from_the_counter() {
    let shop = shop().await;
    let snapshot = live(&shop, "hongdae").snapshot();
    let mut slots: Vec<String> = snapshot.slots.keys().map(ToString::to_string).collect();
    slots.sort();
    slots.truncate(12);
    let (_, cookie) = shop.sign_in("jisu").await;
    let asked = format!("{},nothing,,{}", slots.join(","), slots.join(","));
    let walk: Walk = read(&shop, &cookie, &format!("/walk?slots={asked}")).await;
    let mut met: Vec<String> = walk.stops.iter().map(|stop| stop.slot.to_string()).collect();
    met.sort();
    assert_eq!(met, slots);
    assert!(walk.length > 0 && walk.stops.iter().all(|stop| stop.left + stop.width <= 1000), "{walk:?}");
    assert_eq!(read::<Walk>(&shop, &cookie, "/walk?slots=").await, Walk::default());
}

#[tokio::test]
async fn a_substitute_is_another_variant_that_is_free_here() {
    let shop = shop().await;
    let here = live(&shop, "hongdae");
    let snapshot = here.snapshot();
    let product =
        snapshot.catalogue.products.iter().find(|product| product.variants.iter().filter(|one| snapshot.available(one.id) > 0).count() > 1);
    let product = product.expect("a product with variants");
    let variant = product.variants[0].id;
    let (_, cookie) = shop.sign_in("jisu").await;
    let offered: Vec<Suggestion> = read(&shop, &cookie, &format!("/substitutes/{variant}")).await;
    assert!(!offered.is_empty() && offered.iter().all(|one| one.variant != variant && one.available > 0));
    assert!(product.variants.iter().any(|own| own.id == offered[0].variant), "the same product first");
    assert_eq!(read::<Vec<Suggestion>>(&shop, &cookie, &format!("/substitutes/{}", Uuid::nil())).await, []);
}
