//! The engine for many stores and nodes. Rows are locked where a rule needs it (`FOR UPDATE`), at the default isolation.

use super::{Row, StoreError, Value};
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::postgres::{PgArguments, PgConnection, PgPoolOptions, PgRow};
use sqlx::{Arguments as _, PgPool, Row as _, SqlSafeStr as _, TypeInfo as _, ValueRef as _};
use std::time::Duration;
use tokio_stream::StreamExt as _;

/// The pool.
#[derive(Clone)]
pub struct Engine {
    pool: PgPool,
}

impl Engine {
    pub(super) async fn connect(url: &str) -> Result<Self, StoreError> {
        let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(30)).connect(url).await?;
        migrator().run(&pool).await.map_err(migration_error)?;
        Ok(Self { pool })
    }

    pub(super) async fn begin(&self) -> Result<sqlx::Transaction<'static, sqlx::Postgres>, StoreError> {
        Ok(self.pool.begin().await?)
    }

    pub(super) async fn read(&self) -> Result<sqlx::pool::PoolConnection<sqlx::Postgres>, StoreError> {
        Ok(self.pool.acquire().await?)
    }

    pub(super) async fn close(&self) {
        self.pool.close().await;
    }

    /// For `LISTEN`, which needs a connection of its own.
    pub fn pool(&self) -> PgPool {
        self.pool.clone()
    }

    /// Word to the other nodes: read the event table.
    pub(crate) async fn tell(&self, channel: &str) {
        // A lost word is made good by the other nodes' own beat.
        let _ = sqlx::query("SELECT pg_notify($1, '')").bind(channel).execute(&self.pool).await;
    }
}

fn migrator() -> Migrator {
    let steps = [
        (1, "foundation", include_str!("../../migrations/postgres/0001_foundation.sql")),
        (2, "catalogue", include_str!("../../migrations/postgres/0002_catalogue.sql")),
        (3, "picture named", include_str!("../../migrations/postgres/0003_picture_named.sql")),
        (4, "count task", include_str!("../../migrations/postgres/0004_count_task.sql")),
        (5, "slot memory", include_str!("../../migrations/postgres/0005_slot_memory.sql")),
        (6, "notice", include_str!("../../migrations/postgres/0006_notice.sql")),
        (7, "floorwork", include_str!("../../migrations/postgres/0007_floorwork.sql")),
        (8, "store days", include_str!("../../migrations/postgres/0008_store_days.sql")),
        (9, "missing because", include_str!("../../migrations/postgres/0009_missing_because.sql")),
    ];
    let step = |(number, name, sql): (i64, &'static str, &'static str)| {
        Migration::new(number, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(steps.into_iter().map(step).collect())
}

/// A migration that this build does not know was made by a newer one.
pub(super) fn migration_error(error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => StoreError::Newer,
        MigrateError::Execute(error) => error.into(),
        other => StoreError::Other(sqlx::Error::Migrate(Box::new(other))),
    }
}

pub(super) async fn fetch(connection: &mut PgConnection, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
    let rows = sqlx::query_with(sql, arguments(values)?).fetch_all(connection).await?;
    rows.iter().map(decode).collect()
}

pub(super) async fn visit(
    connection: &mut PgConnection,
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

pub(super) async fn execute(connection: &mut PgConnection, sql: &'static str, values: &[Value]) -> Result<u64, StoreError> {
    Ok(sqlx::query_with(sql, arguments(values)?).execute(connection).await?.rows_affected())
}

fn arguments(values: &[Value]) -> Result<PgArguments, StoreError> {
    let mut arguments = PgArguments::default();
    for value in values {
        let added = match value {
            Value::Text(text) => arguments.add(text.as_str()),
            Value::Int(int) => arguments.add(*int),
            Value::Bool(bool) => arguments.add(*bool),
            Value::NoText => arguments.add(None::<String>),
            Value::NoInt => arguments.add(None::<i64>),
        };
        added.map_err(|error| StoreError::Other(sqlx::Error::Encode(error)))?;
    }
    Ok(arguments)
}

fn decode(row: &PgRow) -> Result<Row, StoreError> {
    let column = |index: usize| -> Result<Value, sqlx::Error> {
        let raw = row.try_get_raw(index)?;
        Ok(match (raw.is_null(), raw.type_info().name()) {
            (true, _) => Value::NoText,
            (false, "TEXT") => Value::Text(row.try_get(index)?),
            (false, "BOOL") => Value::Bool(row.try_get(index)?),
            (false, _) => Value::Int(row.try_get(index)?),
        })
    };
    Ok(Row((0..row.len()).map(column).collect::<Result<_, _>>()?))
}
