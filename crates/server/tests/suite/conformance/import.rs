//! Imports: written whole, written again, taken back.

use crate::bench::{Bench, Engine};
use domain::ids::OrgId;
use domain::import::{Basket, Entry, Goods, PriceSaid, Reason, Review, TextField};
use domain::{Currency, Gtin, Language, Money};
use server::import::write::Writer;
use server::import::{Row, Terms, undo};
use server::store::import::{self as imports, Count, Import, ImportState};
use server::store::{Ask as _, Store, stores};
use uuid::Uuid;

const GTIN: &str = "08801234500050";

fn shirt(sku: &str, colour: &str, minor: i64) -> Goods {
    Goods {
        product: Some("SHIRT".into()),
        sku: Some(sku.into()),
        texts: vec![(TextField::Name, "Linen shirt".into()), (TextField::Brand, "Haru".into())],
        colour: Some(colour.into()),
        price: Some(PriceSaid::Amount { price: Money { minor, currency: Currency::KRW }, sale: None, from: None, until: None }),
        quantity: Some(4),
        pictures: vec![format!("{colour}.jpg")],
        ..Goods::default()
    }
}

fn mug() -> Goods {
    let gtin = Some(GTIN.parse::<Gtin>().expect("a gtin"));
    Goods { gtin, texts: vec![(TextField::Name, "Mug".into())], quantity: Some(2), ..Goods::default() }
}

fn review(product: &str, value: u16) -> Review {
    Review {
        product: product.into(),
        key: None,
        scale: 50,
        value,
        title: "Good".into(),
        body: "I wear it all day".into(),
        author: "Chi".into(),
        language: Some(Language::EN),
        verified: false,
        helpful: 0,
        written_at: None,
        size: None,
        fit: None,
        photos: Vec::new(),
    }
}

fn rows(entries: Vec<Entry>) -> Vec<Row> {
    (2..).zip(entries).map(|(number, entry)| Row { number, entries: vec![entry], flags: Vec::new() }).collect()
}

fn goods(goods: Goods) -> Entry {
    Entry::Goods(Box::new(goods))
}

struct Shop<'a> {
    store: &'a Store,
    org: OrgId,
}

impl Shop<'_> {
    async fn terms(&self, id: Uuid, now: i64) -> Terms {
        let mut reader = self.store.read().await.expect("a reader");
        let kept = stores::all(&mut reader).await.expect("stores");
        Terms::new(id, self.org, &kept, kept.first(), Language::EN, "file", domain::Instant::from_millis(now))
    }

    /// Writes rows in batches of two, as one import.
    async fn import(&self, rows: &[Row], now: i64) -> (Terms, Import) {
        let terms = self.terms(Uuid::now_v7(), now).await;
        let import = Import {
            id: terms.id,
            store: terms.store,
            file_name: "shirts.csv".into(),
            file_hash: "hash".into(),
            format: "own".into(),
            settings: "{}".into(),
            state: ImportState::Running,
            actor: "command-line".into(),
            started_at: terms.now,
            ended_at: None,
            count: Count::default(),
        };
        let mut tx = self.store.begin().await.expect("a transaction");
        imports::begin(&mut tx, self.org, &import).await.expect("a beginning");
        tx.commit().await.expect("a commit");
        let mut writer = Writer::new(self.store.clone(), terms.clone(), Count::default()).await.expect("a writer");
        for batch in rows.chunks(2) {
            writer.write(batch).await.expect("a batch");
        }
        (terms, Import { count: writer.count, ..import })
    }

    /// Every row that an import may touch, as text.
    async fn everything(&self) -> Vec<String> {
        let mut reader = self.store.read().await.expect("a reader");
        let mut lines = Vec::new();
        for sql in EVERYTHING {
            let found = reader.fetch(sql, &[]).await.expect("rows");
            lines.extend(found.iter().map(|row| format!("{} {row:?}", &sql[..30])));
        }
        lines.sort();
        lines
    }
}

const EVERYTHING: &[&str] = &[
    "SELECT product_id, product_key, country, position, given_hundredths, given_count, retired_at, created_at FROM product",
    "SELECT variant_id, product_id, position, colour, width, height, depth, retired_at FROM variant",
    "SELECT kind, code, variant_id, retired_at FROM code",
    "SELECT entity, entity_id, field, language, value FROM text",
    "SELECT price_id, variant_id, store_id, currency, minor, sale_minor, valid_from, valid_until FROM price",
    "SELECT entity, entity_id, position, hash FROM picture",
    "SELECT entity, entity_id, position, source FROM picture_wanted",
    "SELECT product_id, position, link_type, url, title, language FROM product_link",
    "SELECT review_id, product_id, stars, title, body, author FROM review",
    "SELECT review_id, product_key, body FROM review_aside",
    "SELECT basket_id, item, quantity, variant_id FROM basket_line",
    "SELECT store_id, variant_id, floor, bin, putback, display, claimed FROM stock",
    "SELECT movement_id, store_id, variant_id, from_bucket, to_bucket, quantity FROM movement",
];

fn whole() -> Vec<Row> {
    let basket = Basket { key: "1".into(), at: None, lines: vec![("MUG".into(), 1), (GTIN.into(), 1), ("S-B".into(), 2)] };
    rows(vec![
        goods(shirt("S-B", "black", 59_000)),
        goods(shirt("S-W", "white", 59_000)),
        goods(mug()),
        Entry::Review(Box::new(review("SHIRT", 40))),
        Entry::Review(Box::new(review("S-W", 50))),
        Entry::Review(Box::new(review("HAT", 10))),
        Entry::Basket(basket),
    ])
}

fn count(rows_done: u64, made: u64, changed: u64, same: u64, refused: u64, aside: u64) -> Count {
    Count { rows_total: 0, rows_done, made, changed, same, refused, aside }
}

pub async fn an_import_makes_what_it_says_and_the_same_again_changes_nothing(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let shop = Shop { store: bench.app.store(), org: bench.live.snapshot().store.org };
    let (_, first) = shop.import(&whole(), 1_000).await;
    assert_eq!(first.count, count(7, 5, 0, 0, 0, 2), "two products, two reviews, a basket; a hat's review and a mug nobody knows wait");
    let after = shop.everything().await;
    let (_, second) = shop.import(&whole(), 2_000).await;
    assert_eq!(second.count, count(7, 0, 0, 5, 0, 1), "the hat's review still waits");
    assert_eq!(shop.everything().await, after);
    bench.assert_clean().await;
}

pub async fn undo_leaves_everything_as_it_was(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let shop = Shop { store: bench.app.store(), org: bench.live.snapshot().store.org };
    let empty = shop.everything().await;
    let (terms, first) = shop.import(&whole(), 1_000).await;
    let full = shop.everything().await;
    let dearer = rows(vec![
        goods(shirt("S-B", "black", 65_000)),
        goods(Goods { quantity: Some(1), ..mug() }),
        Entry::Review(Box::new(review("SHIRT", 20))),
        goods(Goods { product: Some("HAT".into()), ..shirt("H-1", "grey", 9_000) }),
    ]);
    // In the same millisecond, as batches of another system come.
    let (later, second) = shop.import(&dearer, 1_000).await;
    assert_eq!(second.count, count(4, 2, 2, 0, 0, 0), "a hat and another review; the shirt is dearer, the mug was counted");
    let mut reader = shop.store.read().await.expect("a reader");
    let above = imports::built_upon_by(&mut reader, shop.org, &first).await.expect("a read");
    assert_eq!(above.as_deref(), Some("shirts.csv"), "the second stands on the first");
    let above = imports::built_upon_by(&mut reader, shop.org, &second).await.expect("a read");
    assert_eq!(above, None, "and nothing on the second");
    drop(reader);
    undo::undo(shop.store, &later, &second, |_| {}).await.expect("an undo");
    let back = shop.everything().await;
    let but_movements = |lines: &[String]| lines.iter().filter(|line| !line.contains("movement_id")).cloned().collect::<Vec<_>>();
    assert_eq!(but_movements(&back), but_movements(&full), "the ledger alone remembers the way there and back");
    undo::undo(shop.store, &terms, &first, |_| {}).await.expect("an undo");
    let gone = but_movements(&shop.everything().await);
    let left: Vec<_> = gone.iter().filter(|line| !empty.contains(line)).collect();
    assert!(left.is_empty(), "{left:?}");
    bench.assert_clean().await;
}

pub async fn what_waited_attaches_when_its_product_comes(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let shop = Shop { store: bench.app.store(), org: bench.live.snapshot().store.org };
    let basket = Basket { key: "7".into(), at: None, lines: vec![("H-1".into(), 1)] };
    let (_, first) = shop.import(&rows(vec![Entry::Review(Box::new(review("HAT", 10))), Entry::Basket(basket)]), 1_000).await;
    assert_eq!((first.count.aside, first.count.made), (2, 1));
    shop.import(&rows(vec![goods(Goods { product: Some("HAT".into()), ..shirt("H-1", "grey", 9_000) })]), 2_000).await;
    let lines = shop.everything().await;
    assert!(!lines.iter().any(|line| line.contains("product_key, body")), "nothing waits");
    assert!(lines.iter().any(|line| line.contains("I wear it all day")), "the review is the hat's");
    let waiting = lines.iter().any(|line| line.contains("basket_id") && line.ends_with("NoText])"));
    assert!(!waiting, "the basket's line leads to the hat");
}

pub async fn a_row_that_cannot_be_placed_is_refused_and_the_others_go_on(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let shop = Shop { store: bench.app.store(), org: bench.live.snapshot().store.org };
    let price = shirt("S-B", "black", 100).price;
    let entries = vec![
        goods(Goods { sku: Some("GHOST".into()), price, ..Goods::default() }),
        goods(Goods { sku: Some("NAMELESS".into()), texts: vec![(TextField::Brand, "Haru".into())], ..Goods::default() }),
        goods(Goods::default()),
        goods(mug()),
        goods(Goods { sku: Some("OTHER".into()), ..mug() }),
        goods(Goods { sku: Some("THIRD".into()), ..mug() }),
    ];
    let (terms, import) = shop.import(&rows(entries), 1_000).await;
    assert_eq!((import.count.refused, import.count.made), (3, 2), "the mug's barcode is taken by its first SKU, the third is another mug");
    let mut reader = shop.store.read().await.expect("a reader");
    let flags = imports::flags(&mut reader, shop.org, terms.id, 0, 100).await.expect("flags");
    let found: Vec<_> = flags.iter().map(|flag| (flag.row, flag.flag.reason.clone(), flag.refused)).collect();
    let expected =
        [(2, Reason::UnknownProduct, true), (3, Reason::NoName, true), (4, Reason::NoKey, true), (7, Reason::BarcodeTaken, false)];
    assert_eq!(found, expected);
}

pub async fn variants_in_rows_of_their_own_come_to_the_product_that_names_them(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let shop = Shop { store: bench.app.store(), org: bench.live.snapshot().store.org };
    let alone = |sku: &str, colour: &str| Goods { product: None, ..shirt(sku, colour, 59_000) };
    let group = Goods {
        product: Some("SHIRT".into()),
        texts: vec![(TextField::Name, "Shirt, all colours".into())],
        variants: vec!["S-B".into(), "S-W".into()],
        ..Goods::default()
    };
    // The group comes in the batch of its first variant, and again in that of the second.
    let file = rows(vec![goods(alone("S-B", "black")), goods(group.clone()), goods(alone("S-W", "white")), goods(group)]);
    shop.import(&file, 1_000).await;
    let after = shop.everything().await;
    let names: Vec<_> = after.iter().filter(|line| line.contains("\"S-") && line.contains("product_key")).collect();
    assert!(names.is_empty(), "no product is left of the variants' rows: {names:?}");
    let labels = after.iter().filter(|line| line.contains("Text(\"in-store\")")).count();
    assert_eq!(labels, 2, "each variant has a number for its label");
    bench.assert_clean().await;
    let (_, again) = shop.import(&file, 2_000).await;
    assert_eq!((again.count.made, again.count.changed), (0, 0));
    assert_eq!(shop.everything().await, after);
}

pub async fn a_store_shows_prices_in_its_own_currency(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let shop = Shop { store: bench.app.store(), org: bench.live.snapshot().store.org };
    let euro = Money { minor: 3_900, currency: "EUR".parse().expect("euro") };
    let in_euro = Goods { price: Some(PriceSaid::Amount { price: euro, sale: None, from: None, until: None }), ..mug() };
    let both = Goods { price: in_euro.price, ..shirt("S-W", "white", 59_000) };
    shop.import(&rows(vec![goods(in_euro), goods(shirt("S-W", "white", 59_000)), goods(both)]), 1_000).await;
    bench.app.live().reload(bench.app.store(), bench.app.clock()).await.expect("all stores");
    let snapshot = bench.app.live().store("hongdae").expect("the flagship").snapshot();
    let prices = |name: &str| {
        let product = snapshot.catalogue.products.iter().find(|product| product.name.get(Language::EN) == name).expect("a product");
        snapshot.prices.of(product.variants[0].id).map(|price| price.now)
    };
    assert_eq!(prices("Mug"), None, "euros are no won: price on request");
    assert_eq!(prices("Linen shirt"), Some(Money { minor: 59_000, currency: Currency::KRW }));
}

pub async fn a_stores_own_price_and_links_come_from_a_table(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (store, org) = (bench.app.store(), bench.live.snapshot().store.org);
    let shop = Shop { store, org };
    let before = shop.everything().await;
    let path = bench.data.path().join("goods.csv");
    let rows = "XM,Mug,Haru,5000,,gs1:instructions https://maker.example/care|https://maker.example/mug\n\
                XM,Mug,Haru,4500,seongsu,\nXN,Cup,Haru,3000,nowhere,\nXP,Plate,Haru,9000,,ftp://maker.example\n";
    std::fs::write(&path, format!("sku,name,brand,price,store,links\n{rows}")).expect("a file");
    let (id, count, flags) = super::job::import(store, org, &path).await;
    assert_eq!((count.made, count.refused), (2, 1));
    let reasons: Vec<_> = flags.iter().map(|flag| (flag.row, flag.flag.reason.clone())).collect();
    assert_eq!(reasons, [(4, Reason::UnknownStore), (5, Reason::NotALink)]);
    bench.app.live().reload(store, bench.app.clock()).await.expect("all stores");
    let here = |slug: &str| {
        let snapshot = bench.app.live().store(slug).expect("a store").snapshot();
        let product = snapshot.catalogue.products.iter().find(|product| product.name.get(Language::EN) == "Mug").expect("the mug").clone();
        (snapshot.prices.of(product.variants[0].id).map(|price| price.now.minor), product)
    };
    assert_eq!((here("hongdae").0, here("seongsu").0), (Some(5_000), Some(4_500)));
    let mut reader = store.read().await.expect("a reader");
    let sql = "SELECT link_type, url FROM product_link WHERE url LIKE 'https://maker.example/%' ORDER BY position";
    let links = reader.fetch(sql, &[]).await.expect("rows");
    let links: Vec<_> = links.iter().map(|row| (row.text(0).expect("a type"), row.text(1).expect("an address"))).collect();
    assert_eq!(links, [("gs1:instructions", "https://maker.example/care"), ("gs1:pip", "https://maker.example/mug")]);
    drop(reader);
    let (_, again, _) = super::job::import(store, org, &path).await;
    assert_eq!((again.made, again.changed, again.same), (0, 0, 2));
    let now = domain::Instant::from_millis(2_000);
    server::import::job::take_back(store, org, id, now, |_| {}).await.unwrap_or_else(|trouble| panic!("{trouble}"));
    assert_eq!(shop.everything().await, before);
    bench.assert_clean().await;
}
