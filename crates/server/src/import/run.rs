//! Reads on a thread of its own and writes batch after batch, until the end, or until somebody says stop.

use super::Row;
use super::write::Writer;
use crate::store::StoreError;
use crate::store::import::{self, Count, ImportState};
use domain::Instant;
use domain::import::{Claims, Entry};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Rows of one transaction: few enough that a reservation never waits long for the writer.
const BATCH: usize = 500;

/// How it ended.
#[derive(Debug)]
pub enum End<E> {
    /// To the last row.
    Through,
    /// Somebody said stop; it can go on.
    Stopped,
    /// The file cannot be read any further; rows before the place are written.
    Broken(E),
}

/// Writes rows after those that are done already. `told` hears of each batch.
///
/// # Errors
/// When the database refuses; batches before it are there, and the import can go on.
pub async fn run<E, R>(writer: &mut Writer, rows: R, stop: Arc<AtomicBool>, mut told: impl FnMut(&Count)) -> Result<End<E>, StoreError>
where
    E: Send + 'static,
    R: Iterator<Item = Result<Row, E>> + Send + 'static,
{
    let (sender, mut batches) = tokio::sync::mpsc::channel::<Result<Vec<Row>, E>>(2);
    let done = usize::try_from(writer.count.rows_done).unwrap_or(usize::MAX);
    let halt = stop.clone();
    let mut claims = Claims::default();
    // Rows that are done are heard again: what they said first holds for those that follow.
    let rows = rows.map(move |row| row.map(|row| believed(row, &mut claims))).skip(done);
    tokio::task::spawn_blocking(move || send(rows, &sender, &halt));
    let mut broken = None;
    while let Some(batch) = batches.recv().await {
        match batch {
            Ok(rows) => writer.write(&rows).await?,
            Err(error) => broken = Some(error),
        }
        told(&writer.count);
    }
    Ok(match broken {
        Some(error) => End::Broken(error),
        None if stop.load(Ordering::Relaxed) => End::Stopped,
        None => End::Through,
    })
}

/// A row without what an earlier one of its file said otherwise.
fn believed(mut row: Row, claims: &mut Claims) -> Row {
    let (number, flags) = (row.number, &mut row.flags);
    row.entries.retain_mut(|entry| match entry {
        Entry::Goods(goods) => {
            flags.append(&mut claims.goods(number, goods));
            true
        }
        Entry::Review(review) => {
            let flag = claims.review(number, review);
            let is_new = flag.is_none();
            flags.extend(flag);
            is_new
        }
        Entry::Basket(_) => true,
    });
    row
}

fn send<E>(rows: impl Iterator<Item = Result<Row, E>>, to: &tokio::sync::mpsc::Sender<Result<Vec<Row>, E>>, stop: &AtomicBool) {
    let mut batch = Vec::with_capacity(BATCH);
    for row in rows {
        match row {
            Ok(row) => batch.push(row),
            Err(error) => {
                let _ = to.blocking_send(Ok(std::mem::take(&mut batch)));
                let _ = to.blocking_send(Err(error));
                return;
            }
        }
        if stop.load(Ordering::Relaxed) {
            return;
        }
        // A receiver that is gone has met a database that refuses.
        if batch.len() == BATCH && to.blocking_send(Ok(std::mem::replace(&mut batch, Vec::with_capacity(BATCH)))).is_err() {
            return;
        }
    }
    let _ = to.blocking_send(Ok(batch));
}

/// Says that it is through, or stopped.
///
/// # Errors
/// When the database refuses.
pub async fn close(writer: &Writer, store: &crate::store::Store, is_through: bool, now: Instant) -> Result<(), StoreError> {
    let mut tx = store.begin().await?;
    let state = if is_through { ImportState::Done } else { ImportState::Stopped };
    let terms = writer.terms();
    let count = Count { rows_total: if is_through { writer.count.rows_done } else { writer.count.rows_total }, ..writer.count };
    import::progress(&mut tx, terms.org, terms.id, &count, state, Some(now)).await?;
    tx.commit().await
}
