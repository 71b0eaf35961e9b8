//! Opening, migrating, proving.

use crate::bench::{Bench, Engine};
use server::check;
use server::store::{Ask as _, Store, StoreError};
use tempfile::TempDir;

pub async fn the_demo_shop_is_clean_and_its_movements_add_up(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    bench.assert_clean().await;
    let mut reader = bench.app.store().read().await.expect("a reader");
    let sql = "SELECT CAST(SUM(quantity) AS BIGINT) FROM movement WHERE store_id = $1 AND to_bucket = 'floor'";
    let row = reader.fetch_one(sql, &[server::store::text(bench.store_id())]).await.expect("a read").expect("a sum");
    let seeded: u32 = fixtures::onmaru().stores[0].stock.iter().map(|(_, floor, _)| floor).sum();
    assert_eq!(row.int(0).expect("a number"), i64::from(seeded));
}

pub async fn a_database_from_a_newer_build_is_refused_and_untouched(engine: Engine) {
    let folder = TempDir::new().expect("a folder");
    let Some((store, url)) = engine.fresh(&folder).await else { return };
    let mut tx = store.begin().await.expect("a transaction");
    let sql = match engine {
        Engine::Sqlite => {
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'tomorrow', TRUE, x'00', 0)"
        }
        Engine::Postgres => {
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'tomorrow', TRUE, '\\x00', 0)"
        }
    };
    tx.execute(sql, &[]).await.expect("a newer migration");
    tx.commit().await.expect("a commit");
    store.close().await;
    let again = match &url {
        Some(url) => Store::connect(url).await,
        None => Store::open(folder.path()).await,
    };
    assert!(matches!(again, Err(StoreError::Newer)), "a newer database must be refused");
}

pub async fn a_broken_row_is_named_by_check(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(3).await;
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let sql = "UPDATE stock SET floor = floor + 1, claimed = claimed + 9 WHERE variant_id = $1 AND store_id = $2";
    tx.execute(sql, &[server::store::text(variant), server::store::text(bench.store_id())]).await.expect("a lie");
    tx.commit().await.expect("a commit");
    let violations = check::run(bench.app.store()).await.expect("a check");
    let broken: Vec<_> = violations.iter().map(|violation| violation.invariant).collect();
    assert_eq!(
        broken,
        [
            "a bucket is the sum of its movements",
            "claimed is the sum of live lines not yet picked",
            "available is negative exactly while a shortfall is open"
        ]
    );
    assert!(violations.iter().all(|violation| violation.row.contains(&variant.to_string())));
}

pub async fn event_numbers_are_gap_free_under_concurrent_writers(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(12).await;
    let holds = (0..12).map(|_| bench.hold(variant, 1));
    let held = futures::future::join_all(holds).await;
    assert!(held.iter().all(Result::is_ok));
    bench.assert_clean().await;
}
