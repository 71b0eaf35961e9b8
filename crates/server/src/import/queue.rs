//! Imports of the studio, run by the server one after the other. One that the server's end cut short goes on at its next start.
//!
//! Whoever runs an import holds a lock on its file, so that of several nodes on one data folder only one does. Locks end with their
//! process. An import that is running and whose file nobody holds is taken up by the next look of any node.

use super::file;
use super::job::{self, Job, Order, Trouble};
use crate::app::App;
use crate::store::StoreError;
use crate::store::import::{self, FlagRow, Import, ImportState};
use domain::ids::{ImportId, OrgId, StoreId};
use domain::import::{Flag, Reason};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;

/// One after the other: two would only wait for each other's transactions.
static TURN: Semaphore = Semaphore::const_new(1);
/// Between two looks for what was cut short and what is old.
const BEAT: Duration = Duration::from_secs(60);
/// How soon the end of the process is noticed.
const SOON: Duration = Duration::from_millis(100);

/// An import whose file is here.
struct Waiting {
    import: Import,
    org: OrgId,
    path: PathBuf,
    /// Its lock; gone when it is dropped.
    _held: File,
}

/// Runs until the process is about to end.
pub async fn run(app: App) {
    while !app.live().is_closed() {
        if let Err(error) = take_up(&app).await {
            tracing::warn!("imports cannot be looked for: {error}");
        }
        sweep(&app).await;
        tokio::time::sleep(BEAT).await;
    }
}

/// Goes on with every import that is running and that no node works on.
///
/// # Errors
/// When the database is away.
pub async fn take_up(app: &App) -> Result<(), StoreError> {
    let stores = app.live().stores();
    for store in stores.iter() {
        let org = store.snapshot().store.org;
        let running = import::running(&mut app.store().read().await?, org, store.id).await?;
        running.into_iter().for_each(|import| begin(app, org, store.id, import));
    }
    Ok(())
}

/// Runs an import when its turn comes, unless somebody does already. Answers at once.
pub fn begin(app: &App, org: OrgId, store: StoreId, import: Import) {
    let path = file::path(app.data(), store, ImportId::new(import.id));
    let Some(held) = hold(&path) else { return };
    let (app, waiting) = (app.clone(), Waiting { import, org, path, _held: held });
    tokio::spawn(async move {
        let id = waiting.import.id;
        tokio::select! {
            end = in_turn(&app, &waiting) => if let Err(trouble) = end {
                tracing::warn!(%id, "an import ended: {trouble}");
            },
            // It stays "running" and goes on at the next start.
            () = closed(&app) => {}
        }
    });
}

/// The file's lock; `None` where the file is gone or somebody has it.
fn hold(path: &Path) -> Option<File> {
    let file = File::open(path).ok()?;
    file.try_lock().is_ok().then_some(file)
}

async fn closed(app: &App) {
    while !app.live().is_closed() {
        tokio::time::sleep(SOON).await;
    }
}

async fn in_turn(app: &App, waiting: &Waiting) -> Result<(), Trouble> {
    let _turn = TURN.acquire().await.map_err(|_| StoreError::Conflict)?;
    let mark = file::stop_mark(&waiting.path);
    let stop = Arc::new(AtomicBool::new(false));
    let look = |_: &import::Count| {
        app.live().wake();
        stop.store(mark.exists(), Ordering::Relaxed);
    };
    let order = Order::again(&waiting.import, waiting.org, waiting.path.clone());
    let mut job = match Job::begin(app.store(), order, app.now()).await {
        Ok(job) => job,
        Err(trouble) => return broke(app, waiting, trouble).await,
    };
    look(&job.count());
    let end = job.run(stop.clone(), || app.now(), look).await;
    app.live().wake();
    match end {
        Ok(true) => file::remove(&waiting.path),
        Ok(false) => drop(std::fs::remove_file(&mark)),
        Err(trouble) => return broke(app, waiting, trouble).await,
    }
    Ok(())
}

/// A file that breaks off says so in the report. What the database refused stays "running", to be tried again.
async fn broke(app: &App, waiting: &Waiting, trouble: Trouble) -> Result<(), Trouble> {
    let Trouble::File(unreadable) = &trouble else { return Err(trouble) };
    let (org, id) = (waiting.org, waiting.import.id);
    let mut tx = app.store().begin().await?;
    let (at, row) = (import::flag_count(&mut tx, org, id).await?, unreadable.row().unwrap_or_default());
    let flag = Flag { column: String::new(), value: unreadable.to_string(), reason: Reason::Unreadable };
    import::flag(&mut tx, org, id, at, &[FlagRow { row, flag, refused: true }]).await?;
    if let Some(import) = import::find(&mut tx, org, id).await? {
        import::progress(&mut tx, org, id, &import.count, ImportState::Stopped, Some(app.now())).await?;
    }
    tx.commit().await?;
    Err(trouble)
}

/// Takes an import back in its turn.
///
/// # Errors
/// See [`job::take_back`].
pub async fn take_back(app: &App, org: OrgId, store: StoreId, id: ImportId) -> Result<(), Trouble> {
    let _turn = TURN.acquire().await.map_err(|_| StoreError::Conflict)?;
    job::take_back(app.store(), org, id.uuid(), app.now(), |_| app.live().wake()).await?;
    app.live().wake();
    file::remove(&file::path(app.data(), store, id));
    Ok(())
}

/// Clears away files that nobody imports.
async fn sweep(app: &App) {
    for path in file::old(app.data()).unwrap_or_default() {
        match wanted(app, &path).await {
            Ok(false) => file::remove(&path),
            Ok(true) => {}
            Err(error) => tracing::warn!("{}: {error}", path.display()),
        }
    }
}

/// An import that can go on needs its file.
async fn wanted(app: &App, path: &Path) -> Result<bool, StoreError> {
    let id = path.file_stem().and_then(|name| name.to_str()?.parse::<ImportId>().ok());
    let store = path.parent().and_then(|parent| parent.file_name()?.to_str()?.parse().ok());
    let Some((id, live)) = id.zip(store.and_then(|store| app.live().store_by_id(store))) else { return Ok(false) };
    let import = import::find(&mut app.store().read().await?, live.snapshot().store.org, id.uuid()).await?;
    Ok(import.is_some_and(|import| matches!(import.state, ImportState::Running | ImportState::Stopped)))
}
