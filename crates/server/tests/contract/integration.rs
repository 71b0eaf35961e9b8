use crate::serve::{Served, shop};
use api::integration::{Batch, Outcome};
use api::{Code, Problem};
use reqwest::Response;
use serde_json::{Value, json};
use uuid::Uuid;

struct Till {
    shop: Served,
    key: String,
}

impl Till {
    async fn new() -> Self {
        let shop = shop().await;
        let key = shop.key().await;
        Self { shop, key }
    }

    async fn send(&self, path: &str, key: Uuid, items: &Value) -> Response {
        let url = format!("{}/api/v1/integration/{path}", self.shop.url);
        let request = self.shop.client.post(url).bearer_auth(&self.key).header("idempotency-key", key.to_string());
        request.json(&json!({ "items": items })).send().await.expect("a reply")
    }

    async fn push(&self, path: &str, items: Value) -> Batch {
        let reply = self.send(path, Uuid::now_v7(), &items).await;
        assert_eq!(reply.status(), 200, "{path}: {:?}", reply.text().await);
        reply.json().await.expect("a batch")
    }

    async fn clean(&self) {
        assert_eq!(server::check::run(self.shop.app.store()).await.expect("a check"), Vec::new());
    }
}

fn outcomes(batch: &Batch) -> Vec<Outcome> {
    batch.items.iter().map(|item| item.outcome).collect()
}

/// What is wrong with an item: column and code.
fn flags(batch: &Batch, index: usize) -> Vec<(String, String)> {
    let code = |reason| serde_json::to_value(reason).expect("json")["code"].as_str().expect("a code").to_owned();
    batch.items[index].flags.iter().map(|flag| (flag.column.clone(), code(&flag.reason))).collect()
}

fn mug() -> Value {
    json!({
        "key": "MUG",
        "texts": { "ko": { "name": "머그" }, "en": { "name": "Mug <b>bold</b>", "description": "<script>alert(1)</script>", "tags": ["cup"] } },
        "country": "KR",
        "pictures": ["https://shop.example.com/mug.jpg"],
        "variants": [
            { "sku": "MUG-W", "gtin": "8801234599993", "colour": { "ko": "흰색", "en": "White" }, "hex": "#FFFFFF",
              "price": { "currency": "KRW", "minor": 18000, "saleMinor": 15000 }, "dimensions": { "width": 90, "height": 100, "depth": 90 } },
            { "sku": "MUG-B", "colour": { "en": "Black" }, "price": { "currency": "KRW", "minor": 18000 } },
        ],
    })
}

#[tokio::test]
async fn a_product_is_made_then_the_same_then_changed() {
    let till = Till::new().await;
    let first = till.push("products", json!([mug()])).await;
    assert_eq!((outcomes(&first), first.items[0].flags.len()), (vec![Outcome::Made], 0), "{:?}", first.items);
    assert_eq!(outcomes(&till.push("products", json!([mug()])).await), [Outcome::Same]);
    let mut dearer = mug();
    dearer["variants"][1]["price"]["minor"] = json!(19_000);
    assert_eq!(outcomes(&till.push("products", json!([dearer])).await), [Outcome::Changed]);
    till.clean().await;
}

#[tokio::test]
async fn each_item_is_read_by_itself_and_what_is_wrong_with_it_is_named() {
    let till = Till::new().await;
    let variant = |more: Value| {
        let mut one = json!({ "sku": "X", "price": { "currency": "KRW", "minor": 100 } });
        one.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        json!({ "key": "X", "texts": { "en": { "name": "X" } }, "variants": [one] })
    };
    let items = json!([
        mug(),
        { "key": "NAMELESS", "texts": { "en": { "brand": "Haru" } } },
        { "key": "Y", "colour": "red" },
        variant(json!({ "weight": 3 })),
        variant(json!({ "price": { "currency": "XXX", "minor": 100 } })),
        variant(json!({ "price": { "currency": "KRW", "minor": -1 } })),
        variant(json!({ "price": { "currency": "KRW", "minor": 0 } })),
        variant(json!({ "price": { "currency": "KRW", "minor": "100" } })),
        variant(json!({ "price": { "minor": 100 } })),
        { "key": "Z", "texts": { "en": { "name": "Z" } }, "variants": [{ "size": "M" }] },
        { "key": "", "texts": { "en": { "name": "Nothing" } } },
        "a text",
        variant(json!({ "sku": "GOOD", "gtin": "8801234599991", "price": { "currency": "KRW", "minor": 100, "saleMinor": 100 } })),
    ]);
    let batch = till.push("products", items).await;
    let expected = [
        ("", ""),
        ("", "no-name"),
        ("colour", "unreadable"),
        ("variants[0].weight", "unreadable"),
        ("variants[0].price.currency", "unknown-currency"),
        ("variants[0].price.minor", "negative-price"),
        ("variants[0].price.minor", "not-a-price"),
        ("variants[0].price.minor", "unreadable"),
        ("variants[0].price.currency", "no-currency"),
        ("variants[0]", "no-key"),
        ("key", "no-key"),
        ("", "unreadable"),
    ];
    for (index, (column, code)) in expected.into_iter().enumerate().skip(1) {
        assert_eq!(batch.items[index].outcome, Outcome::Refused, "{index}");
        assert_eq!(flags(&batch, index), [(column.to_owned(), code.to_owned())], "{index}");
    }
    assert_eq!((batch.items[0].outcome, batch.items[12].outcome), (Outcome::Made, Outcome::Made));
    let taken = flags(&batch, 12);
    assert!(taken.contains(&("variants[0].gtin".into(), "check-digit".into())), "{taken:?}");
    assert!(taken.contains(&("variants[0].price.saleMinor".into(), "sale-not-below".into())), "{taken:?}");
    assert_eq!(batch.items.iter().map(|item| item.index).collect::<Vec<_>>(), (0..13).collect::<Vec<_>>());
    till.clean().await;
}

#[tokio::test]
async fn prices_and_figures_of_what_is_known_are_taken() {
    use Outcome::{Changed, Refused, Same};
    let till = Till::new().await;
    till.push("products", json!([mug()])).await;
    let prices = json!([
        { "sku": "MUG-W", "price": { "currency": "KRW", "minor": 17_000 } },
        { "gtin": "08801234599993", "price": { "currency": "KRW", "minor": 17_000 } },
        { "sku": "GHOST", "price": { "currency": "KRW", "minor": 17_000 } },
        { "product": "MUG", "price": { "onRequest": true } },
    ]);
    let batch = till.push("prices", prices).await;
    assert_eq!(outcomes(&batch), [Changed, Same, Refused, Changed], "{:?}", batch.items);
    assert_eq!(flags(&batch, 2), [(String::new(), "unknown-product".into())]);
    let figures = json!([
        { "store": "hongdae", "sku": "MUG-W", "quantity": 7 },
        { "store": "seongsu", "sku": "MUG-W", "quantity": -2 },
        { "store": "nowhere", "sku": "MUG-W", "quantity": 1 },
        { "sku": "MUG-W", "quantity": 1 },
        { "store": "hongdae", "sku": "MUG-B" },
        { "store": "hongdae", "sku": "GHOST", "quantity": 1 },
    ]);
    let batch = till.push("stock", figures.clone()).await;
    assert_eq!(outcomes(&batch), [Changed, Changed, Refused, Refused, Refused, Refused], "{:?}", batch.items);
    let wrong = [(1, "negative-quantity"), (2, "unknown-store"), (3, "no-store"), (4, "not-a-quantity"), (5, "unknown-product")];
    for (index, code) in wrong {
        assert_eq!(flags(&batch, index).first().map(|(_, code)| code.as_str()), Some(code), "{index}");
    }
    let again = till.push("stock", figures).await;
    assert_eq!(outcomes(&again)[..2], [Same, Same]);
    till.clean().await;
}

#[tokio::test]
async fn reviews_and_sales_are_taken_once_and_wait_for_their_product() {
    let till = Till::new().await;
    till.push("products", json!([mug()])).await;
    let review =
        |product: &str, rating: Value| json!({ "product": product, "key": "r1", "rating": rating, "author": "Chi", "body": "Good" });
    let reviews = json!([review("MUG", json!(45)), review("HAT", json!(50)), review("MUG", json!(60)), review("MUG", Value::Null)]);
    let batch = till.push("reviews", reviews.clone()).await;
    use Outcome::{Aside, Made, Refused, Same};
    assert_eq!(outcomes(&batch), [Made, Aside, Refused, Refused], "{:?}", batch.items);
    assert_eq!(outcomes(&till.push("reviews", reviews).await), [Same, Aside, Refused, Refused]);
    let sales = json!([
        { "basket": "1", "at": "2026-11-20T10:00:00Z", "lines": [{ "item": "MUG-W", "quantity": 2 }, { "item": "GHOST", "quantity": 1 }] },
        { "basket": "2", "lines": [] },
        { "basket": "3", "lines": [{ "item": "MUG-W", "quantity": 0 }] },
    ]);
    assert_eq!(outcomes(&till.push("sales", sales.clone()).await), [Made, Refused, Refused]);
    // In another place of another batch it is the same basket.
    assert_eq!(outcomes(&till.push("sales", json!([sales[2], sales[0]])).await), [Refused, Same]);
}

#[tokio::test]
async fn the_same_key_gets_the_first_answer_and_another_body_is_refused() {
    let till = Till::new().await;
    let (key, items) = (Uuid::now_v7(), json!([mug(), { "key": "Y", "texts": { "en": { "brand": "Haru" } } }]));
    let first: Batch = till.send("products", key, &items).await.json().await.expect("a batch");
    assert_eq!(outcomes(&first), [Outcome::Made, Outcome::Refused]);
    let again: Batch = till.send("products", key, &items).await.json().await.expect("a batch");
    assert_eq!(again, first, "nothing is made twice, and the answer is the first");
    let other: Problem = till.send("products", key, &json!([mug()])).await.json().await.expect("a problem");
    assert_eq!(other.code, Code::KeyReused);
}

#[tokio::test]
async fn a_batch_has_1_to_1000_items_and_at_most_eight_million_bytes() {
    let till = Till::new().await;
    let many = |count: usize| Value::from(vec![json!({ "sku": "GHOST", "price": { "currency": "KRW", "minor": 100 } }); count]);
    for (count, status) in [(0, 422), (1, 200), (1_000, 200), (1_001, 422)] {
        assert_eq!(till.send("prices", Uuid::now_v7(), &many(count)).await.status(), status, "{count}");
    }
    let large = json!([{ "key": "X", "texts": { "en": { "name": "X", "description": "x".repeat(7_000_000) } } }]);
    let batch = till.push("products", large).await;
    assert_eq!((outcomes(&batch), flags(&batch, 0)), (vec![Outcome::Made], vec![("texts.en.description".into(), "too-long".into())]));
    let larger = json!([{ "key": "X", "texts": { "en": { "description": "x".repeat(8_000_001) } } }]);
    let reply = till.send("products", Uuid::now_v7(), &larger).await;
    assert_eq!(reply.status(), 413);
}

/// Every row that a batch may touch, as text. The ledger remembers the way there and back, and is left out.
async fn everything(till: &Till) -> Vec<String> {
    use server::store::Ask as _;
    const TABLES: [&str; 10] = [
        "SELECT product_id, product_key, country, position, retired_at FROM product ORDER BY product_id",
        "SELECT variant_id, product_id, position, colour, width, retired_at FROM variant ORDER BY variant_id",
        "SELECT kind, code, variant_id, retired_at FROM code ORDER BY kind, code",
        "SELECT entity, entity_id, field, language, value FROM text ORDER BY entity, entity_id, field, language",
        "SELECT price_id, variant_id, currency, minor, sale_minor, valid_from FROM price ORDER BY price_id",
        "SELECT entity, entity_id, position, source FROM picture_wanted ORDER BY entity, entity_id, position",
        "SELECT review_id, product_id, stars, body FROM review ORDER BY review_id",
        "SELECT review_id, product_key FROM review_aside ORDER BY review_id",
        "SELECT basket_id, item, quantity, variant_id FROM basket_line ORDER BY basket_id, item",
        "SELECT store_id, variant_id, floor FROM stock ORDER BY store_id, variant_id",
    ];
    let mut reader = till.shop.app.store().read().await.expect("a reader");
    let mut lines = Vec::new();
    for sql in TABLES {
        lines.extend(reader.fetch(sql, &[]).await.expect("rows").iter().map(|row| format!("{row:?}")));
    }
    lines
}

#[tokio::test]
async fn batches_are_taken_back_the_latest_first_and_nothing_is_left_of_them() {
    let till = Till::new().await;
    let (_, cookie) = till.shop.sign_in("minho").await;
    let undo = async |batch: &Batch| {
        let path = format!("/api/v1/stores/hongdae/imports/{}/undo", batch.batch);
        till.shop.ask(reqwest::Method::POST, &path).header("cookie", &cookie).json(&json!({})).send().await.expect("a reply")
    };
    let mut dearer = mug();
    dearer["variants"][0]["price"] = json!({ "currency": "KRW", "minor": 25_000 });
    let pushes = [
        ("products", json!([mug()])),
        ("products", json!([dearer])),
        (
            "prices",
            json!([{ "sku": "MUG-B", "price": { "onRequest": true } }, { "sku": "MUG-W", "price": { "currency": "KRW", "minor": 9_000 } }]),
        ),
        ("stock", json!([{ "store": "hongdae", "sku": "MUG-W", "quantity": 7 }, { "store": "seongsu", "sku": "MUG-B", "quantity": 2 }])),
        ("stock", json!([{ "store": "hongdae", "sku": "MUG-W", "quantity": 3 }])),
        (
            "reviews",
            json!([{ "product": "MUG", "key": "1", "rating": 45, "body": "Good" }, { "product": "HAT", "key": "2", "rating": 10 }]),
        ),
        ("reviews", json!([{ "product": "MUG", "key": "1", "rating": 20, "body": "Bad" }])),
        ("sales", json!([{ "basket": "1", "lines": [{ "item": "MUG-W", "quantity": 2 }, { "item": "GHOST", "quantity": 1 }] }])),
    ];
    let mut before = Vec::new();
    for (path, items) in pushes {
        let was = everything(&till).await;
        before.push((till.push(path, items).await, was));
    }
    assert_eq!(undo(&before[0].0).await.status(), 409, "others stand on the first");
    for (batch, was) in before.into_iter().rev() {
        let reply = undo(&batch).await;
        assert_eq!(reply.status(), 200, "{:?}", reply.text().await);
        let is: Vec<String> = everything(&till).await;
        let lost: Vec<_> = was.iter().filter(|line| !is.contains(line)).collect();
        let left: Vec<_> = is.iter().filter(|line| !was.contains(line)).collect();
        assert_eq!((lost, left), (vec![], vec![]), "{}", batch.batch);
        till.clean().await;
    }
}

#[tokio::test]
async fn a_key_of_another_organisation_touches_nothing_of_this_one() {
    use server::store::{Ask as _, key, text};
    let till = Till::new().await;
    till.push("products", json!([mug()])).await;
    let store = till.shop.app.store();
    let (org, id) = (domain::ids::OrgId::new(Uuid::now_v7()), domain::ids::KeyId::new(Uuid::now_v7()));
    let secret = till.shop.app.secret().system_key(id);
    let mut tx = store.begin().await.expect("a transaction");
    tx.execute("INSERT INTO org (org_id, name, created_at) VALUES ($1, 'Other', 0)", &[text(org)]).await.expect("an organisation");
    let hash = server::connections::known::hashed(&secret);
    key::add(&mut tx, org, id, "Stranger", &hash, till.shop.app.now()).await.expect("a key");
    tx.commit().await.expect("a commit");
    let stranger = Till { key: secret, ..till };
    let prices = json!([{ "sku": "MUG-W", "price": { "currency": "KRW", "minor": 1 } }]);
    let batch = stranger.push("prices", prices).await;
    assert_eq!(flags(&batch, 0)[0].1, "unknown-currency", "it has no store that sells in anything");
    let figures = json!([{ "store": "hongdae", "sku": "MUG-W", "quantity": 0 }]);
    assert_eq!(outcomes(&stranger.push("stock", figures).await), [Outcome::Refused]);
    let reviews = json!([{ "product": "MUG", "rating": 10, "author": "X" }]);
    assert_eq!(outcomes(&stranger.push("reviews", reviews).await), [Outcome::Aside], "it waits in its own organisation");
    let mut reader = stranger.shop.app.store().read().await.expect("a reader");
    let rows = reader.fetch("SELECT COUNT(*) FROM review_aside WHERE org_id = $1", &[text(org)]).await.expect("rows");
    assert_eq!(rows[0].int(0).expect("a number"), 1);
}
