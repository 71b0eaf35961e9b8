//! Search over HTTP, in the demo shop.

use crate::bench::{Bench, Engine};
use crate::http::serve;
use api::Endpoint;
use api::catalog::found::{FacetValue, Found, Sort};
use api::catalog::search_products::SearchProducts;
use std::collections::BTreeSet;

struct Shop {
    bench: Bench,
    base: String,
    client: reqwest::Client,
}

impl Shop {
    async fn open() -> Self {
        let bench = Bench::start(Engine::Sqlite).await.expect("SQLite is always there");
        Self { base: serve(&bench).await, bench, client: reqwest::Client::new() }
    }

    async fn find(&self, ask: SearchProducts) -> Found {
        let (url, _) = ask.into_request();
        let reply = self.client.get(format!("{}{url}", self.base)).send().await.expect("a reply");
        assert_eq!(reply.status(), 200, "{url}");
        reply.json().await.expect("what was found")
    }
}

fn ask(q: &str) -> SearchProducts {
    SearchProducts::few("hongdae", q, 100)
}

type Choose = fn(&mut SearchProducts, String);

#[tokio::test]
async fn every_value_of_a_facet_finds_as_many_as_it_says() {
    let shop = Shop::open().await;
    let all = shop.find(ask("")).await.facets;
    let groups: [(Vec<FacetValue>, Choose); 5] = [
        (all.categories, |ask, key| ask.category = Some(key)),
        (all.brands, |ask, key| ask.brand = Some(key)),
        (all.colours, |ask, key| ask.colour = Some(key)),
        (all.sizes, |ask, key| ask.size = Some(key)),
        (all.zones, |ask, key| ask.zone = Some(key)),
    ];
    for (values, choose) in groups {
        assert!(values.len() > 2, "{values:?}");
        for value in values {
            let mut narrowed = ask("");
            choose(&mut narrowed, value.key.clone());
            assert_eq!(shop.find(narrowed).await.total, value.count, "{value:?}");
        }
    }
    for step in all.stars {
        assert_eq!(shop.find(SearchProducts { stars: Some(step.stars), ..ask("") }).await.total, step.count, "{step:?}");
    }
    assert_eq!(shop.find(SearchProducts { here: Some(true), ..ask("") }).await.total, all.here);
    let price = all.price.expect("prices");
    let cheapest = shop.find(SearchProducts { price_to: Some(price.from.minor), ..ask("") }).await;
    assert!(cheapest.total >= 1 && cheapest.items.iter().all(|card| card.price.is_some_and(|price_of| price_of.now == price.from)));
}

#[tokio::test]
async fn a_facet_counts_as_if_nothing_of_itself_were_chosen() {
    let shop = Shop::open().await;
    let all = shop.find(ask("")).await.facets;
    let (one, other) = (&all.brands[0], &all.brands[1]);
    let narrowed = shop.find(SearchProducts { brand: Some(one.key.clone()), ..ask("") }).await;
    assert_eq!(narrowed.facets.brands, all.brands, "another brand may be added");
    assert!(narrowed.facets.categories.iter().map(|value| value.count).sum::<u32>() < all.categories.iter().map(|value| value.count).sum());
    let both = shop.find(SearchProducts { brand: Some(format!("{},{}", one.key, other.key)), ..ask("") }).await;
    assert_eq!(both.total, one.count + other.count);
    let nothing = shop.find(SearchProducts { brand: Some("no-such-brand".into()), ..ask("") }).await;
    assert_eq!((nothing.total, nothing.facets.brands.len(), nothing.near.len()), (0, all.brands.len(), 0));
}

#[tokio::test]
async fn parts_of_every_order_bring_each_product_once() {
    let shop = Shop::open().await;
    let total = shop.find(ask("")).await.total;
    for sort in [Sort::Best, Sort::Rating, Sort::PriceLow, Sort::PriceHigh, Sort::New] {
        let (mut seen, mut prices, mut cursor) = (BTreeSet::new(), Vec::new(), None);
        loop {
            let part = shop.find(SearchProducts { sort: Some(sort), limit: Some(7), cursor, ..ask("") }).await;
            assert!(part.items.iter().all(|card| seen.insert(card.gtin)), "{sort:?} brings one twice");
            prices.extend(part.items.iter().filter_map(|card| card.price).map(|price| price.now.minor));
            cursor = part.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(u32::try_from(seen.len()).expect("few"), total, "{sort:?}");
        if sort == Sort::PriceLow {
            assert!(prices.is_sorted());
        }
        if sort == Sort::PriceHigh {
            assert!(prices.is_sorted_by(|one, other| one >= other));
        }
    }
}

#[tokio::test]
async fn words_that_find_nothing_lead_to_words_that_do() {
    let shop = Shop::open().await;
    for (typed, meant) in [("linnenn", "linen"), ("린네엔", "린넨")] {
        let found = shop.find(ask(typed)).await;
        assert_eq!(found.total, 0, "{typed}");
        let near = found.near.iter().find(|near| near.q == meant);
        assert!(near.is_some_and(|near| !near.items.is_empty()), "{typed}: {:?}", found.near);
    }
}

#[tokio::test]
async fn what_was_sought_in_vain_is_counted_once_it_was_read() {
    let shop = Shop::open().await;
    let (app, live) = (&shop.bench.app, &shop.bench.live);
    for (q, done) in [("Snow Globe", true), ("snow globe", true), ("snow", false), ("linen", true), ("kim@example.com", true)] {
        shop.find(SearchProducts { done: Some(done), ..ask(q) }).await;
    }
    server::sought::write(app).await.expect("a write");
    let today = i64::from(server::hours::day_number(&live.snapshot().store, app.now()));
    let mut reader = app.store().read().await.expect("a reader");
    let sought = server::store::sought::in_vain(&mut reader, live.id, today).await.expect("a read");
    assert_eq!(sought.iter().map(|sought| (sought.query.as_str(), sought.times)).collect::<Vec<_>>(), [("snow globe", 2)]);
}
