//! Imports: what was read, how far, what was wrong, and how things were before.

use super::bulk::{AskBulk, Bulk, Cells};
use super::{Ask, Row, StoreError, Tx, int, int_or_null, text, text_or_null};
use crate::bulk;
use domain::Instant;
use domain::ids::{OrgId, StoreId};
use domain::import::{Flag, Reason};
use serde_json::json;
use uuid::Uuid;

/// An import as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: Uuid,
    /// The store that figures without one belong to.
    pub store: Option<StoreId>,
    /// The file's name, without folders.
    pub file_name: String,
    /// blake3 of its bytes.
    pub file_hash: String,
    /// The format's name.
    pub format: String,
    /// How it is read, as JSON.
    pub settings: String,
    /// Where it is.
    pub state: ImportState,
    /// Who: a person's id, a key's, `command-line`.
    pub actor: String,
    /// When.
    pub started_at: Instant,
    /// Until when.
    pub ended_at: Option<Instant>,
    /// Its figures.
    pub count: Count,
}

/// Where an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportState {
    /// Under way, or cut short: it goes on after `rows_done`.
    Running,
    /// Through.
    Done,
    /// Ended by somebody before it was through; what it wrote stays until it is undone.
    Stopped,
    /// Everything is as it was before.
    Undone,
}

/// What came of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// In the file; 0 while nobody has counted.
    pub rows_total: u64,
    /// Read and settled.
    pub rows_done: u64,
    /// Products, reviews, baskets made.
    pub made: u64,
    /// Changed.
    pub changed: u64,
    /// Already so.
    pub same: u64,
    /// Rows refused.
    pub refused: u64,
    /// Reviews and baskets of products that are not here yet.
    pub aside: u64,
}

/// What was wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagRow {
    /// The row, as an editor counts.
    pub row: u64,
    /// What and where.
    pub flag: Flag,
    /// Whether the row was refused for it.
    pub refused: bool,
}

/// How something was before; `None` when it was not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `product`, `review`, `aside`, `stock`, `basket`.
    pub entity: String,
    /// Of which.
    pub id: String,
    /// Its JSON.
    pub before: Option<String>,
}

impl ImportState {
    /// As it is stored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::Undone => "undone",
        }
    }

    fn read(name: &str) -> Result<Self, StoreError> {
        let all = [Self::Running, Self::Done, Self::Stopped, Self::Undone];
        all.into_iter().find(|state| state.name() == name).ok_or_else(|| StoreError::Corrupt(format!("an import is {name}")))
    }
}

/// Begins one.
///
/// # Errors
/// When the database refuses.
pub async fn begin(tx: &mut Tx, org: OrgId, import: &Import) -> Result<(), StoreError> {
    let sql = "INSERT INTO import (org_id, import_id, store_id, file_name, file_hash, format, settings, state, actor, started_at, \
               rows_total, rows_done, made, changed, same, refused, aside) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0, 0, 0, 0, 0)";
    let values = [
        text(org),
        text(import.id),
        text_or_null(import.store),
        text(&import.file_name),
        text(&import.file_hash),
        text(&import.format),
        text(&import.settings),
        text(import.state.name()),
        text(&import.actor),
        import.started_at.into(),
        int(i64::try_from(import.count.rows_total).unwrap_or(i64::MAX)),
    ];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Says how far it is, in the transaction that brought it there.
///
/// # Errors
/// When the database refuses.
pub async fn progress(
    tx: &mut Tx,
    org: OrgId,
    id: Uuid,
    count: &Count,
    state: ImportState,
    ended_at: Option<Instant>,
) -> Result<(), StoreError> {
    let sql = "UPDATE import SET rows_total = $3, rows_done = $4, made = $5, changed = $6, same = $7, refused = $8, aside = $9, \
               state = $10, ended_at = $11 WHERE org_id = $1 AND import_id = $2";
    let Count { rows_total, rows_done, made, changed, same, refused, aside } = *count;
    let mut values = vec![text(org), text(id)];
    values.extend([rows_total, rows_done, made, changed, same, refused, aside].map(|n| int(i64::try_from(n).unwrap_or(i64::MAX))));
    values.extend([text(state.name()), int_or_null(ended_at.map(Instant::millis))]);
    tx.execute(sql, &values).await?;
    Ok(())
}

const SELECT: &str = "SELECT import_id, store_id, file_name, file_hash, format, settings, state, actor, started_at, ended_at, \
                      rows_total, rows_done, made, changed, same, refused, aside FROM import WHERE org_id = $1 AND import_id = $2";
const SELECT_LATEST: &str = "SELECT import_id, store_id, file_name, file_hash, format, settings, state, actor, started_at, ended_at, \
                             rows_total, rows_done, made, changed, same, refused, aside FROM import WHERE org_id = $1 \
                             ORDER BY started_at DESC, import_id DESC LIMIT $2";
const SELECT_LATEST_IN: &str = "SELECT import_id, store_id, file_name, file_hash, format, settings, state, actor, started_at, ended_at, \
                                rows_total, rows_done, made, changed, same, refused, aside FROM import WHERE org_id = $1 \
                                AND (store_id = $2 OR store_id IS NULL) AND format <> 'api' ORDER BY started_at DESC, import_id DESC LIMIT $3";
const SELECT_RUNNING: &str = "SELECT import_id, store_id, file_name, file_hash, format, settings, state, actor, started_at, ended_at, \
                              rows_total, rows_done, made, changed, same, refused, aside FROM import WHERE org_id = $1 \
                              AND store_id = $2 AND state = 'running' ORDER BY started_at, import_id";
const SELECT_CUT_SHORT: &str = "SELECT import_id, store_id, file_name, file_hash, format, settings, state, actor, started_at, ended_at, \
                                rows_total, rows_done, made, changed, same, refused, aside FROM import WHERE org_id = $1 \
                                AND file_hash = $2 AND settings = $3 AND state IN ('running', 'stopped') ORDER BY started_at DESC LIMIT 1";

/// The import with an id.
///
/// # Errors
/// When the database is away.
pub async fn find(ask: &mut (impl Ask + Send), org: OrgId, id: Uuid) -> Result<Option<Import>, StoreError> {
    ask.fetch_one(SELECT, &[text(org), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// The latest, newest first.
///
/// # Errors
/// When the database is away.
pub async fn latest(ask: &mut (impl Ask + Send), org: OrgId, limit: u32) -> Result<Vec<Import>, StoreError> {
    ask.fetch(SELECT_LATEST, &[text(org), int(limit)]).await?.iter().map(decode).collect()
}

/// The latest files that are a store's or of no store in particular, newest first; not what other systems send all day.
///
/// # Errors
/// When the database is away.
pub async fn latest_in(ask: &mut (impl Ask + Send), org: OrgId, store: StoreId, limit: u32) -> Result<Vec<Import>, StoreError> {
    ask.fetch(SELECT_LATEST_IN, &[text(org), text(store), int(limit)]).await?.iter().map(decode).collect()
}

/// A store's that are under way or were cut short, oldest first.
///
/// # Errors
/// When the database is away.
pub async fn running(ask: &mut (impl Ask + Send), org: OrgId, store: StoreId) -> Result<Vec<Import>, StoreError> {
    ask.fetch(SELECT_RUNNING, &[text(org), text(store)]).await?.iter().map(decode).collect()
}

/// An import of the same bytes read in the same way that was cut short.
///
/// # Errors
/// When the database is away.
pub async fn cut_short(ask: &mut (impl Ask + Send), org: OrgId, hash: &str, settings: &str) -> Result<Option<Import>, StoreError> {
    ask.fetch_one(SELECT_CUT_SHORT, &[text(org), text(hash), text(settings)]).await?.map(|row| decode(&row)).transpose()
}

/// The newest import after this one that touched something it touched and is not undone. Of two of the same moment the later id is the
/// later one: ids are made in the order of time.
///
/// # Errors
/// When the database is away.
pub async fn built_upon_by(ask: &mut (impl Ask + Send), org: OrgId, import: &Import) -> Result<Option<String>, StoreError> {
    let sql = "SELECT i.file_name FROM import_change c \
               JOIN import_change l ON l.org_id = c.org_id AND l.entity = c.entity AND l.entity_id = c.entity_id AND l.import_id <> c.import_id \
               JOIN import i ON i.org_id = l.org_id AND i.import_id = l.import_id \
               WHERE c.org_id = $1 AND c.import_id = $2 AND i.state <> 'undone' \
               AND (i.started_at > $3 OR (i.started_at = $3 AND i.import_id > $2)) \
               ORDER BY i.started_at DESC LIMIT 1";
    let row = ask.fetch_one(sql, &[text(org), text(import.id), import.started_at.into()]).await?;
    row.map(|row| row.text(0).map(str::to_owned)).transpose()
}

/// Keeps what was wrong; `first` is the number of the first of them.
///
/// # Errors
/// When the database refuses.
pub async fn flag(tx: &mut Tx, org: OrgId, id: Uuid, first: u64, flags: &[FlagRow]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "INSERT INTO import_flag (org_id, import_id, position, row_number, column_name, value, reason, refused) \
         SELECT $2, $3, CAST(r.value->>0 AS BIGINT), CAST(r.value->>1 AS BIGINT), r.value->>2, r.value->>3, r.value->>4, \
         CAST(r.value->>5 AS BOOLEAN) FROM",
        ""
    );
    let cells = |(position, row): (u64, &FlagRow)| -> Result<Cells, StoreError> {
        let reason = serde_json::to_string(&row.flag.reason).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        Ok(vec![json!(position), json!(row.row), json!(row.flag.column), json!(row.flag.value), json!(reason), json!(row.refused)])
    };
    let rows = (first..).zip(flags).map(cells).collect::<Result<Vec<_>, _>>()?;
    tx.execute_bulk(SQL, &rows, &[text(org), text(id)]).await?;
    Ok(())
}

/// What was wrong, from a position on, in order.
///
/// # Errors
/// When the database is away.
pub async fn flags(ask: &mut (impl Ask + Send), org: OrgId, id: Uuid, from: u64, limit: u32) -> Result<Vec<FlagRow>, StoreError> {
    let sql = "SELECT row_number, column_name, value, reason, refused FROM import_flag \
               WHERE org_id = $1 AND import_id = $2 AND position >= $3 ORDER BY position LIMIT $4";
    let values = [text(org), text(id), int(i64::try_from(from).unwrap_or(i64::MAX)), int(limit)];
    let decode = |row: &Row| -> Result<FlagRow, StoreError> {
        let reason: Reason = serde_json::from_str(row.text(3)?).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let flag = Flag { column: row.text(1)?.to_owned(), value: row.text(2)?.to_owned(), reason };
        Ok(FlagRow { row: row.number(0)?, flag, refused: row.bool(4)? })
    };
    ask.fetch(sql, &values).await?.iter().map(decode).collect()
}

/// How many flags are kept.
///
/// # Errors
/// When the database is away.
pub async fn flag_count(ask: &mut (impl Ask + Send), org: OrgId, id: Uuid) -> Result<u64, StoreError> {
    let sql = "SELECT COUNT(*) FROM import_flag WHERE org_id = $1 AND import_id = $2";
    ask.fetch_one(sql, &[text(org), text(id)]).await?.map_or(Ok(0), |row| row.number(0))
}

/// Keeps how things were; `first` is the number of the first of them.
///
/// # Errors
/// When the database refuses.
pub async fn remember(tx: &mut Tx, org: OrgId, id: Uuid, first: u64, changes: &[Change]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "INSERT INTO import_change (org_id, import_id, position, entity, entity_id, before) \
         SELECT $2, $3, CAST(r.value->>0 AS BIGINT), r.value->>1, r.value->>2, r.value->>3 FROM",
        ""
    );
    let cells = |(position, change): (u64, &Change)| vec![json!(position), json!(change.entity), json!(change.id), json!(change.before)];
    let rows: Vec<Cells> = (first..).zip(changes).map(cells).collect();
    tx.execute_bulk(SQL, &rows, &[text(org), text(id)]).await?;
    Ok(())
}

/// The last changes, the latest first.
///
/// # Errors
/// When the database is away.
pub async fn last_changes(ask: &mut (impl Ask + Send), org: OrgId, id: Uuid, limit: u32) -> Result<Vec<(u64, Change)>, StoreError> {
    let sql = "SELECT position, entity, entity_id, before FROM import_change WHERE org_id = $1 AND import_id = $2 \
               ORDER BY position DESC LIMIT $3";
    let decode = |row: &Row| -> Result<(u64, Change), StoreError> {
        let change =
            Change { entity: row.text(1)?.to_owned(), id: row.text(2)?.to_owned(), before: row.text_or_null(3)?.map(str::to_owned) };
        Ok((row.number(0)?, change))
    };
    ask.fetch(sql, &[text(org), text(id), int(limit)]).await?.iter().map(decode).collect()
}

/// Forgets changes from a position on: they are taken back.
///
/// # Errors
/// When the database refuses.
pub async fn forget_changes(tx: &mut Tx, org: OrgId, id: Uuid, from: u64) -> Result<(), StoreError> {
    let sql = "DELETE FROM import_change WHERE org_id = $1 AND import_id = $2 AND position >= $3";
    tx.execute(sql, &[text(org), text(id), int(i64::try_from(from).unwrap_or(i64::MAX))]).await?;
    Ok(())
}

/// The number after the last change.
///
/// # Errors
/// When the database is away.
pub async fn change_count(ask: &mut impl AskBulk, org: OrgId, id: Uuid) -> Result<u64, StoreError> {
    let sql = "SELECT COALESCE(MAX(position) + 1, 0) FROM import_change WHERE org_id = $1 AND import_id = $2";
    ask.fetch_one(sql, &[text(org), text(id)]).await?.map_or(Ok(0), |row| row.number(0))
}

fn decode(row: &Row) -> Result<Import, StoreError> {
    Ok(Import {
        id: row.parse(0)?,
        store: row.parse_or_null(1)?,
        file_name: row.text(2)?.to_owned(),
        file_hash: row.text(3)?.to_owned(),
        format: row.text(4)?.to_owned(),
        settings: row.text(5)?.to_owned(),
        state: ImportState::read(row.text(6)?)?,
        actor: row.text(7)?.to_owned(),
        started_at: row.instant(8)?,
        ended_at: row.instant_or_null(9)?,
        count: Count {
            rows_total: row.number(10)?,
            rows_done: row.number(11)?,
            made: row.number(12)?,
            changed: row.number(13)?,
            same: row.number(14)?,
            refused: row.number(15)?,
            aside: row.number(16)?,
        },
    })
}
