//! A large shop for `cargo xtask bench`: the demo shop and as many products more, written straight into a fresh database.
//!
//! `fill FOLDER COUNT`. Names come on standard input, one a line, Korean after a tab; without any they are made up.

use domain::ids::{ProductId, StoreId, VariantId};
use domain::{Gtin, Instant, Language, Text};
use server::clock::Clock;
use server::seed;
use server::store::text as words;
use server::store::{Store, Tx, int, stock, stores, text};
use std::io::BufRead as _;
use std::path::Path;
use uuid::Uuid;

/// Products a transaction.
const BATCH: u64 = 5_000;
const KINDS: [(&str, &str); 12] = [
    ("차", "Tea"),
    ("과자", "Biscuits"),
    ("치즈", "Cheese"),
    ("잼", "Jam"),
    ("커피", "Coffee"),
    ("국수", "Noodles"),
    ("소스", "Sauce"),
    ("초콜릿", "Chocolate"),
    ("음료", "Drinks"),
    ("빵", "Bread"),
    ("통조림", "Tins"),
    ("견과", "Nuts"),
];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, count] = arguments.as_slice() else { anyhow::bail!("usage: fill FOLDER COUNT") };
    let (folder, count, now) = (Path::new(folder), count.parse::<u64>()?, Clock::default().now());
    std::fs::create_dir_all(folder)?;
    let store = Store::open(folder).await?;
    seed::demo(&store, folder, now).await?;
    let places: Vec<StoreId> = stores::all(&mut store.read().await?).await?.iter().map(|store| store.id).collect();
    let names: Vec<String> = std::io::stdin().lock().lines().collect::<Result<_, _>>()?;
    for first in (0..count).step_by(usize::try_from(BATCH)?) {
        let mut tx = store.begin().await?;
        for number in first..count.min(first + BATCH) {
            let name = names.get(usize::try_from(number)?).cloned().unwrap_or_else(|| made_up(number));
            product(&mut tx, &places, number, &name, now).await?;
        }
        tx.commit().await?;
    }
    store.close().await;
    Ok(())
}

async fn product(tx: &mut Tx, places: &[StoreId], number: u64, name: &str, now: Instant) -> anyhow::Result<()> {
    let (org, position) = (text(seed::ORG), int(i64::try_from(1_000 + number)?));
    let id = |kind: u128| Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 | kind << 48 | u128::from(number));
    let (product, variant) = (ProductId::new(id(1)), VariantId::new(id(2)));
    let sql = "INSERT INTO product (org_id, product_id, country, position, created_at) VALUES ($1, $2, 'FR', $3, $4)";
    tx.execute(sql, &[org.clone(), text(product), position.clone(), now.into()]).await?;
    let sql = "INSERT INTO variant (org_id, variant_id, product_id, position) VALUES ($1, $2, $3, $4)";
    tx.execute(sql, &[org.clone(), text(variant), text(product), position]).await?;
    let sql = "INSERT INTO code (org_id, kind, code, variant_id) VALUES ($1, 'gtin', $2, $3)";
    tx.execute(sql, &[org.clone(), text(code(number)?), text(variant)]).await?;
    let sql = "INSERT INTO price (org_id, price_id, variant_id, currency, minor, valid_from) VALUES ($1, $2, $3, 'KRW', $4, 0)";
    let minor = i64::try_from(900 + number % 97 * 350)?;
    tx.execute(sql, &[org, text(variant), text(variant), int(minor)]).await?;
    for (field, said) in texts(number, name) {
        words::save(tx, seed::ORG, "product", product, field, &said).await?;
    }
    let units = u32::try_from(number % 7)?;
    for store in places {
        let row = domain::stock::Stock { floor: units, ..Default::default() };
        stock::save(tx, *store, variant, &row, now).await?;
    }
    Ok(())
}

fn texts(number: u64, name: &str) -> [(&'static str, Text); 3] {
    let (korean, english) = KINDS[usize::try_from(number).unwrap_or(0) % KINDS.len()];
    let name = match name.split_once('\t') {
        Some((latin, hangul)) => Text::ko_en(hangul, latin),
        None => Text::only(Language::EN, name),
    };
    [("name", name), ("brand", Text::only(Language::EN, &made_up(number % 1_500))), ("category", Text::ko_en(korean, english))]
}

/// Two words of syllables, the same for the same number.
fn made_up(number: u64) -> String {
    const SYLLABLES: [&str; 16] = ["ka", "ri", "mo", "ten", "sel", "vor", "bi", "lan", "du", "che", "pom", "gra", "fi", "nou", "sta", "we"];
    let mut seed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut word = |syllables: usize| {
        let syllable = |_| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            SYLLABLES[usize::try_from(seed % 16).unwrap_or(0)]
        };
        (0..syllables).map(syllable).collect::<String>()
    };
    format!("{} {}", word(2), word(3))
}

/// A number of the range that GS1 leaves to shops.
fn code(number: u64) -> anyhow::Result<Gtin> {
    let body = format!("0290{number:09}");
    let digits: Vec<u8> = body.bytes().map(|digit| digit - b'0').collect();
    format!("{body}{}", Gtin::check_digit(&digits)).parse().map_err(|error| anyhow::anyhow!("{error:?}"))
}
