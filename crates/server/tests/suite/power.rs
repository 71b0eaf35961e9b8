//! The power goes: the database and its write-ahead log as they lay at some moment, the log cut anywhere after what was synced, opened
//! again. `synchronous=FULL` syncs the log before a commit returns, so a command is acknowledged only when its frames are on the disk:
//! whatever length the log had at the acknowledgement is kept by any cut that a power failure can make.

use crate::bench::{Bench, Engine};
use domain::ids::{ReservationId, VariantId};
use server::store::{self, Ask as _, Store};
use server::{check, clock::Clock};
use std::fs::File;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const LOG: &str = "vitrine.db-wal";
const COMMANDS: usize = 24;
/// Bytes of the log's head; below, of a frame's head before its page.
const HEAD: u64 = 32;
const FRAME: u64 = 24;

/// A command that was acknowledged, and how long the log was then.
struct Acknowledged {
    id: ReservationId,
    log: u64,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commit_returns_after_a_sync() {
    let Some(bench) = Bench::start(Engine::Sqlite).await else { return };
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let row = tx.fetch_one("PRAGMA synchronous", &[]).await.expect("a read").expect("a row");
    assert_eq!(row.int(0).expect("a number"), 2, "FULL: the log is synced at each commit");
    let row = tx.fetch_one("PRAGMA journal_mode", &[]).await.expect("a read").expect("a row");
    assert_eq!(row.text(0).expect("a word"), "wal");
}

/// Cut at each frame's edge and inside frames, the last page torn.
#[tokio::test(flavor = "multi_thread")]
async fn after_a_power_cut_the_books_are_right_and_every_acknowledged_command_is_there() {
    let Some(bench) = Bench::start(Engine::Sqlite).await else { return };
    let variant = bench.variant_with(1_000).await;
    let folder = bench.data.path().to_owned();
    begin_log(&folder).await;
    let (before, first) = (copied(&folder), length(&folder));
    let acknowledged = served(&bench, variant).await;
    let after = copied(&folder);
    let last = length(&folder);
    assert!(last > first);
    // Nothing was checkpointed meanwhile.
    assert!(read(&before, "vitrine.db") == read(&after, "vitrine.db"), "the database itself was written");
    let page = page_size(&after);
    let mut cuts: Vec<u64> = acknowledged.iter().map(|one| one.log).collect();
    let frames = (last - HEAD) / (page + FRAME);
    let span = first.saturating_sub(HEAD) / (page + FRAME)..=frames;
    // Edges and torn frames, spread over what was written meanwhile.
    for (turn, frame) in span.enumerate().filter(|(turn, _)| turn % 19 == 0) {
        cuts.push(HEAD + frame * (page + FRAME));
        cuts.push((HEAD + frame * (page + FRAME) + (turn as u64 * 997) % page).min(last));
    }
    let (mut kept, total) = (0, cuts.len());
    for (turn, cut) in cuts.into_iter().enumerate() {
        kept += proved(&after, cut, turn % 2 == 0, &acknowledged).await;
    }
    println!("{total} power cuts over {frames} frames, {COMMANDS} acknowledged commands, {kept} looked for and found");
    assert!(kept > COMMANDS * 4);
}

/// What was written so far goes into the database, so that the log begins anew.
async fn begin_log(folder: &Path) {
    let url = format!("sqlite://{}", folder.join("vitrine.db").display());
    let pool = sqlx::SqlitePool::connect(&url).await.expect("the database");
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&pool).await.expect("a checkpoint");
    pool.close().await;
}

async fn served(bench: &Bench, variant: VariantId) -> Vec<Acknowledged> {
    let mut acknowledged = Vec::new();
    for turn in 0..COMMANDS {
        let id = bench.hold(variant, 1).await.expect("a hold");
        if turn % 3 == 0 {
            bench.confirm(id).await;
        }
        acknowledged.push(Acknowledged { id, log: length(bench.data.path()) });
    }
    acknowledged
}

/// Opens a copy whose log ends at `cut`, at times with rubbish after it; how many acknowledged commands had to be there, and were.
async fn proved(whole: &TempDir, cut: u64, torn: bool, acknowledged: &[Acknowledged]) -> usize {
    let folder = copied(whole.path());
    let log = folder.path().join(LOG);
    File::options().write(true).open(&log).and_then(|file| file.set_len(cut)).expect("a cut");
    if torn {
        let mut bytes = std::fs::read(&log).expect("the log");
        bytes.extend([0xA5; 700]);
        std::fs::write(&log, bytes).expect("rubbish");
    }
    let store = Store::open(folder.path()).await.expect("the database after the cut");
    assert_eq!(check::run_at(&store, Clock::default().now()).await.expect("a check"), [], "cut at {cut}");
    let live = store::stores::all(&mut store.read().await.expect("a reader")).await.expect("stores");
    let mut reader = store.read().await.expect("a reader");
    let mut found = 0;
    for Acknowledged { id, .. } in acknowledged.iter().filter(|one| one.log <= cut) {
        let kept = store::reservation::get(&mut reader, live[0].id, *id).await.expect("a read");
        assert!(kept.is_some(), "acknowledged before {cut} and lost");
        found += 1;
    }
    drop(reader);
    store.close().await;
    found
}

fn length(folder: &Path) -> u64 {
    std::fs::metadata(folder.join(LOG)).expect("the log").len()
}

fn read(folder: &TempDir, name: &str) -> Vec<u8> {
    std::fs::read(folder.path().join(name)).expect("a file")
}

/// The log's own word for it, in its head: big-endian, at byte 8.
fn page_size(folder: &TempDir) -> u64 {
    let head = read(folder, LOG);
    u64::from(u32::from_be_bytes([head[8], head[9], head[10], head[11]]))
}

/// Database and log, not the index beside them: that is shared memory, and gone with the power.
fn copied(folder: &Path) -> TempDir {
    let copy = TempDir::new().expect("a folder");
    for name in ["vitrine.db", LOG] {
        let from: PathBuf = folder.join(name);
        std::fs::copy(from, copy.path().join(name)).expect("a copy");
    }
    copy
}
