//! A file imported whole, as the command line does.

use domain::ids::OrgId;
use server::import::job::{Job, Order};
use server::import::read::Settings;
use server::store::Store;
use server::store::import::{self as imports, Count, FlagRow};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use uuid::Uuid;

/// Imports a file into the flagship; its id, what became of its rows, and what was wrong with them.
pub async fn import(store: &Store, org: OrgId, path: &Path) -> (Uuid, Count, Vec<FlagRow>) {
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let order = Order {
        id: Uuid::now_v7(),
        path: path.to_owned(),
        name,
        settings: Settings::default(),
        org,
        store: Some("hongdae".into()),
        actor: "command-line".into(),
    };
    let now = domain::Instant::from_millis(1_000);
    let mut job = Job::begin(store, order, now).await.unwrap_or_else(|trouble| panic!("{trouble}"));
    job.run(Arc::new(AtomicBool::new(false)), || now, |_| {}).await.unwrap_or_else(|trouble| panic!("{trouble}"));
    let flags = imports::flags(&mut store.read().await.expect("a reader"), org, job.id(), 0, 100).await.expect("flags");
    (job.id(), job.count(), flags)
}
