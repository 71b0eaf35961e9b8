//! The embedded engine. One writer that begins with `BEGIN IMMEDIATE`, so a write never fails half-way for a lock; readers
//! beside it, which write-ahead logging lets read while it writes. `synchronous=FULL`: a commit is on the disk.

use super::{Row, StoreError, Value};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{Arguments as _, Row as _, SqlSafeStr as _, SqlitePool, TypeInfo as _, ValueRef as _};
use std::path::Path;
use std::time::Duration;
use tokio_stream::StreamExt as _;

/// The pools.
#[derive(Clone)]
pub struct Engine {
    writer: SqlitePool,
    readers: SqlitePool,
}

/// The database's name in the data folder.
pub const FILE: &str = "vitrine.db";

impl Engine {
    pub(super) async fn open(folder: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(folder.join(FILE))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(256)
            // Rows come through a channel from the connection's thread; with a short one, two threads wait for each other at each row.
            .row_buffer_size(2048);
        let writer = SqlitePoolOptions::new().max_connections(1).acquire_timeout(Duration::from_secs(30));
        let writer = writer.connect_with(options.clone()).await?;
        migrator().run(&writer).await.map_err(super::postgres::migration_error)?;
        let readers = SqlitePoolOptions::new().max_connections(4).connect_with(options.read_only(true)).await?;
        Ok(Self { writer, readers })
    }

    pub(super) async fn begin(&self) -> Result<sqlx::Transaction<'static, sqlx::Sqlite>, StoreError> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    pub(super) async fn read(&self) -> Result<sqlx::pool::PoolConnection<sqlx::Sqlite>, StoreError> {
        Ok(self.readers.acquire().await?)
    }

    pub(super) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

fn migrator() -> Migrator {
    let steps = [
        (1, "foundation", include_str!("../../migrations/sqlite/0001_foundation.sql")),
        (2, "catalogue", include_str!("../../migrations/sqlite/0002_catalogue.sql")),
        (3, "picture named", include_str!("../../migrations/sqlite/0003_picture_named.sql")),
        (4, "count task", include_str!("../../migrations/sqlite/0004_count_task.sql")),
        (5, "slot memory", include_str!("../../migrations/sqlite/0005_slot_memory.sql")),
        (6, "notice", include_str!("../../migrations/sqlite/0006_notice.sql")),
        (7, "floorwork", include_str!("../../migrations/sqlite/0007_floorwork.sql")),
        (8, "store days", include_str!("../../migrations/sqlite/0008_store_days.sql")),
        (9, "missing because", include_str!("../../migrations/sqlite/0009_missing_because.sql")),
    ];
    let step = |(number, name, sql): (i64, &'static str, &'static str)| {
        Migration::new(number, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(steps.into_iter().map(step).collect())
}

pub(super) async fn fetch(connection: &mut SqliteConnection, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
    let rows = sqlx::query_with(sql, arguments(values)?).fetch_all(connection).await?;
    rows.iter().map(decode).collect()
}

pub(super) async fn visit(
    connection: &mut SqliteConnection,
    sql: &'static str,
    values: &[Value],
    mut each: impl FnMut(Row) -> Result<(), StoreError> + Send,
) -> Result<(), StoreError> {
    let mut rows = sqlx::query_with(sql, arguments(values)?).fetch(connection);
    while let Some(row) = rows.try_next().await? {
        each(decode(&row)?)?;
    }
    Ok(())
}

pub(super) async fn execute(connection: &mut SqliteConnection, sql: &'static str, values: &[Value]) -> Result<u64, StoreError> {
    Ok(sqlx::query_with(sql, arguments(values)?).execute(connection).await?.rows_affected())
}

fn arguments(values: &[Value]) -> Result<SqliteArguments, StoreError> {
    let mut arguments = SqliteArguments::default();
    for value in values {
        let added = match value {
            Value::Text(text) => arguments.add(text.clone()),
            Value::Int(int) => arguments.add(*int),
            Value::Bool(bool) => arguments.add(*bool),
            Value::NoText => arguments.add(None::<String>),
            Value::NoInt => arguments.add(None::<i64>),
        };
        added.map_err(|error| StoreError::Other(sqlx::Error::Encode(error)))?;
    }
    Ok(arguments)
}

fn decode(row: &SqliteRow) -> Result<Row, StoreError> {
    let column = |index: usize| -> Result<Value, sqlx::Error> {
        let raw = row.try_get_raw(index)?;
        Ok(match (raw.is_null(), raw.type_info().name()) {
            (true, _) => Value::NoText,
            (false, "TEXT") => Value::Text(row.try_get(index)?),
            (false, "BOOLEAN") => Value::Bool(row.try_get(index)?),
            (false, _) => Value::Int(row.try_get(index)?),
        })
    };
    Ok(Row((0..row.len()).map(column).collect::<Result<_, _>>()?))
}
