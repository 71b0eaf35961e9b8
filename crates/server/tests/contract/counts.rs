use crate::serve::{Served, shop};
use api::catalog::{Product, StockHere};
use api::count::{Check, CountTask};
use api::pickup::Queue;
use api::planogram::{Map, ShelfGood};
use api::{Code, Problem};
use domain::Language;
use reqwest::{Method, Response};
use serde_json::json;
use std::time::Duration;

/// A code whose variant stands on a shelf of the flagship, with the fixture.
async fn on_a_shelf(shop: &Served) -> (String, domain::planogram::Location) {
    let snapshot = shop.app.live().store("hongdae").expect("the flagship").snapshot();
    let (variant, places) =
        snapshot.locations.iter().filter(|(id, _)| snapshot.available(**id) > 1).min_by_key(|(id, _)| **id).expect("a place");
    let (_, known) = snapshot.catalogue.variant(*variant).expect("a variant");
    (known.gtin.to_string(), places[0].clone())
}

async fn say_missing(shop: &Served, gtin: &str, body: serde_json::Value) -> Response {
    shop.ask(Method::POST, &format!("/api/v1/stores/hongdae/products/{gtin}/missing")).json(&body).send().await.expect("a reply")
}

async fn read<T: serde::de::DeserializeOwned>(shop: &Served, path: &str, cookie: &str) -> T {
    shop.ask(Method::GET, path).header("cookie", cookie).send().await.expect("a reply").json().await.expect("the reply's type")
}

/// What the product's page reads, once that is so.
async fn stock_once(shop: &Served, gtin: &str, wanted: impl Fn(&StockHere) -> bool) -> StockHere {
    let mut word = shop.app.live().store("hongdae").expect("the flagship").watch();
    loop {
        let product: Product = read(shop, &format!("/api/v1/stores/hongdae/products/{gtin}"), "").await;
        let here = product.variants.into_iter().find(|variant| variant.gtin.to_string() == gtin).expect("the variant");
        if wanted(&here.stock) {
            return here.stock;
        }
        tokio::time::timeout(Duration::from_secs(30), word.changed()).await.expect("word").expect("the node follows");
    }
}

#[tokio::test]
async fn a_report_reaches_the_desk_and_the_count_reaches_the_shopper() {
    let shop = shop().await;
    let (gtin, place) = on_a_shelf(&shop).await;
    let check: Check = say_missing(&shop, &gtin, json!({ "slot": place.slot })).await.json().await.expect("a check");
    assert_eq!(check.witness, None);
    stock_once(&shop, &gtin, |stock| stock.check == Some(check.clone())).await;
    let (_, cookie) = shop.sign_in("jisu").await;
    let queue: Queue = read(&shop, "/api/v1/stores/hongdae/pickups", &cookie).await;
    let [task] = queue.count_tasks.as_slice() else { panic!("one task: {:?}", queue.count_tasks) };
    assert_eq!((task.gtin.to_string(), task.reports, task.locations[0].slot), (gtin.clone(), 1, place.slot));
    let path = format!("/api/v1/stores/hongdae/counts/{}/done", task.id);
    let ask = shop.ask(Method::POST, &path).header("cookie", &cookie).json(&json!({ "found": 1, "expected": task.expected }));
    let done: CountTask = ask.send().await.expect("a reply").json().await.expect("the task");
    assert_eq!((done.expected, done.witness.as_ref().map(|witness| witness.found)), (1, Some(1)));
    let stock = stock_once(&shop, &gtin, |stock| stock.check.as_ref().is_some_and(|check| check.witness.is_some())).await;
    let witness = stock.check.and_then(|check| check.witness).expect("a witness");
    assert_eq!((witness.name.get(Language::KO), witness.found, stock.as_of), ("지수", 1, witness.at));
    let queue: Queue = read(&shop, "/api/v1/stores/hongdae/pickups", &cookie).await;
    assert_eq!(queue.count_tasks, [done], "what was counted today stays on the list");
}

#[tokio::test]
async fn a_count_that_nobody_can_have_made_is_refused() {
    let shop = shop().await;
    let (gtin, _) = on_a_shelf(&shop).await;
    say_missing(&shop, &gtin, json!({})).await;
    let (_, cookie) = shop.sign_in("jisu").await;
    let queue: Queue = read(&shop, "/api/v1/stores/hongdae/pickups", &cookie).await;
    let path = format!("/api/v1/stores/hongdae/counts/{}/done", queue.count_tasks[0].id);
    for (found, expected, code) in
        [(10_000, queue.count_tasks[0].expected, Code::TooMany), (1, queue.count_tasks[0].expected + 1, Code::Stale)]
    {
        let ask = shop.ask(Method::POST, &path).header("cookie", &cookie).json(&json!({ "found": found, "expected": expected }));
        assert_eq!(ask.send().await.expect("a reply").json::<Problem>().await.expect("a problem").code, code);
    }
}

#[tokio::test]
async fn reports_of_one_place_have_an_end_and_are_about_what_is_sold_here() {
    let shop = shop().await;
    let unknown = say_missing(&shop, "04006381333931", json!({})).await;
    assert_eq!(unknown.json::<Problem>().await.expect("a problem").code, Code::NotInRange);
    let (gtin, _) = on_a_shelf(&shop).await;
    let elsewhere = say_missing(&shop, &gtin, json!({ "slot": "7K2M9QXA" })).await;
    assert_eq!(elsewhere.status(), 200, "a label of another shelf stands in nobody's way");
    for _ in 0..118 {
        assert_eq!(say_missing(&shop, &gtin, json!({})).await.status(), 200);
    }
    let refused = say_missing(&shop, &gtin, json!({})).await;
    assert!(refused.headers().contains_key("retry-after"));
    assert_eq!(refused.json::<Problem>().await.expect("a problem").code, Code::TooOften);
}

#[tokio::test]
async fn a_shelf_says_of_each_good_what_a_shopper_asks() {
    let shop = shop().await;
    let (gtin, place) = on_a_shelf(&shop).await;
    let goods: Vec<ShelfGood> = read(&shop, &format!("/api/v1/stores/hongdae/fixtures/{}/goods", place.fixture), "").await;
    let map: Map = read(&shop, "/api/v1/stores/hongdae/planogram", "").await;
    let fixture = map.planogram.floors.iter().flat_map(|floor| &floor.fixtures).find(|fixture| fixture.id == place.fixture);
    let slots = fixture.expect("the fixture").shelves.iter().flat_map(|shelf| &shelf.slots);
    let mut standing: Vec<_> = slots.flat_map(|slot| &slot.facings).map(|facing| facing.variant).collect();
    standing.dedup();
    assert_eq!(goods.iter().map(|good| good.variant).collect::<Vec<_>>(), standing);
    let good = goods.iter().find(|good| good.gtin.to_string() == gtin).expect("the variant");
    let stock = stock_once(&shop, &gtin, |_| true).await;
    assert_eq!((&good.stock, good.measured), (&stock, true));
    assert!(good.price.is_some() && good.dimensions.width > 0);
    let nothing: Vec<ShelfGood> = read(&shop, "/api/v1/stores/hongdae/fixtures/0195c0de-0000-7000-8000-000000000001/goods", "").await;
    assert_eq!(nothing, []);
}
