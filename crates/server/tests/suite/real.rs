//! Catalogues of real shops, through the command line: brought, brought again, taken back. Skipped where `../shared/data` is absent.

use server::store::{Ask as _, Store};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// What an import leaves when it is taken back: its own record, what was told of it, and pictures that nothing shows any more.
const JOURNAL: [&str; 7] = ["event", "event_counter", "import", "import_flag", "media", "picture_source", "secret"];

fn real(folder: &str, names: &[&str]) -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(folder);
    if !folder.exists() {
        println!("skipped: no {}", folder.display());
        return None;
    }
    Some(names.iter().map(|name| folder.join(name)).collect())
}

/// A line of output for each file that was read: what became of its rows.
fn vitrine(data: &Path, words: &[&str], files: &[PathBuf]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
    command.args(words).args(files).arg("--data").arg(data).env_clear();
    if words == ["import"] {
        // Pictures are brought in a test of their own: the encoder is slow where it is not optimised.
        command.arg("--refused").arg(data.join("refused.csv")).arg("--pictures").arg(data.join("none"));
    }
    let done = command.output().expect("it starts");
    assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// Table to rows.
async fn counts(data: &Path) -> BTreeMap<String, i64> {
    let store = Store::open(data).await.expect("a database");
    let mut reader = store.read().await.expect("a reader");
    let tables = reader.fetch("SELECT name FROM sqlite_master WHERE type = 'table'", &[]).await.expect("tables");
    let mut counts = BTreeMap::new();
    for table in tables.iter().map(|row| row.text(0).expect("a name").to_owned()) {
        if !JOURNAL.contains(&table.as_str()) {
            // Statements are `&'static str`; a test may leak a few.
            let sql = Box::leak(format!("SELECT COUNT(*) FROM {table}").into_boxed_str());
            let rows = reader.fetch_one(sql, &[]).await.expect("a count").expect("a row");
            counts.insert(table, rows.int(0).expect("a number"));
        }
    }
    drop(reader);
    store.close().await;
    counts
}

/// `reports` are parts of what is said of the files, one after another.
async fn goes_and_comes(folder: &str, names: &[&str], reports: &[&str]) {
    let Some(files) = real(folder, names) else { return };
    let folder = TempDir::new().expect("a folder");
    let data = folder.path();
    vitrine(data, &["store", "add", "shop", "--currency", "USD"], &[]);
    let before = counts(data).await;
    let said = vitrine(data, &["import"], &files);
    for report in reports {
        assert!(said.contains(report), "{report:?} is not in\n{said}");
    }
    let full = counts(data).await;
    assert_ne!(full, before);

    let again = vitrine(data, &["import"], &files);
    for line in again.lines().filter(|line| line.contains(" already so")) {
        assert!(line.contains(" 0 made, 0 changed, "), "{line}");
    }
    assert_eq!(counts(data).await, full);

    let list = vitrine(data, &["import", "--list"], &[]);
    let ids: Vec<_> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(ids.len(), 2 * files.len(), "{list}");
    for id in ids {
        vitrine(data, &["import", "--undo", id], &[]);
    }
    assert_eq!(counts(data).await, before);
    assert!(vitrine(data, &["check"], &[]).contains("invariants hold"));
}

#[tokio::test]
async fn an_apparel_brand_goes_and_comes() {
    let names = ["products.csv", "gear_bags.csv", "gear_watches.csv", "reviews.csv"];
    goes_and_comes("luma", &names, &["147 made", "14 made", "9 made", "331 made", "169 wait for their products"]).await;
}

#[tokio::test]
async fn json_of_a_shop_goes_and_comes() {
    goes_and_comes("dummyjson", &["carts.json", "products.json"], &["208 made", "776 made"]).await;
}

#[tokio::test]
async fn two_currencies_and_translations_go_and_come() {
    goes_and_comes("spree", &["product_translations.csv", "products.csv"], &["37 made", "37 changed"]).await;
}

#[tokio::test]
async fn structured_data_of_pages_goes_and_comes() {
    goes_and_comes("schemaorg", &["schemaorg_product_examples.json"], &["40 made"]).await;
}

#[tokio::test]
async fn baskets_of_a_grocery_go_and_come() {
    goes_and_comes("groceries", &["groceries.csv"], &["other vegetables + whole milk, in 736 baskets"]).await;
}
