//! The database: SQLite in the data folder, or PostgreSQL for many stores.
//!
//! A statement's text stands once, with `$1` placeholders that both engines take, and is `&'static str`. Callers see
//! [`Tx`] and [`Reader`], whose rows are decoded at this edge; what differs between the engines is in `sqlite` and
//! `postgres` beside it.

pub mod activity;
pub mod baskets;
pub mod bulk;
pub mod call;
pub mod catalog;
pub mod choice;
pub mod count;
pub mod curation;
pub mod delivery;
pub mod document;
pub mod event;
pub mod idempotency;
pub mod import;
pub mod key;
pub mod line;
pub mod media;
pub mod moderation;
pub mod movement;
pub mod named;
pub mod notice;
pub mod pause;
pub mod people;
pub mod planogram;
mod postgres;
pub mod putback;
pub mod record;
pub mod reservation;
pub mod review;
mod row;
pub mod shortfall;
pub mod sought;
mod sqlite;
pub mod standing;
pub mod stock;
pub mod stores;
pub mod text;
pub mod webhook;

use crate::failure::Failure;
use std::path::Path;

pub use row::{Row, Value, bool, int, int_or_null, text, text_or_null};

/// Where the data is.
#[derive(Clone)]
pub enum Store {
    /// One writer, many readers, one file.
    Sqlite(sqlite::Engine),
    /// A pool.
    Postgres(postgres::Engine),
}

/// A write transaction; dropped without `commit`, it never happened.
pub enum Tx {
    /// On the one writer.
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>),
    /// On any connection.
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

/// A connection for reading.
pub enum Reader {
    /// From the readers' pool.
    Sqlite(sqlx::pool::PoolConnection<sqlx::Sqlite>),
    /// From the pool.
    Postgres(sqlx::pool::PoolConnection<sqlx::Postgres>),
}

/// Why the database could not.
#[derive(Debug)]
pub enum StoreError {
    /// The file was written by a newer build; it is left as it is.
    Newer,
    /// A row holds what no row can hold.
    Corrupt(String),
    /// Two transactions met; trying again helps.
    Conflict,
    /// A unique key is taken.
    Taken,
    /// The disk is full, the file cannot be written, the pool is exhausted, the server is away.
    Unavailable(sqlx::Error),
    /// Anything else.
    Other(sqlx::Error),
}

impl Store {
    /// Opens (and makes, and migrates) the embedded database in a folder.
    ///
    /// # Errors
    /// When the folder cannot be written, or its database is from a newer build.
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        sqlite::Engine::open(folder).await.map(Self::Sqlite)
    }

    /// Connects to PostgreSQL and migrates.
    ///
    /// # Errors
    /// When it cannot be reached, or its schema is from a newer build.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        postgres::Engine::connect(url).await.map(Self::Postgres)
    }

    /// Begins to write. On SQLite this waits for the one writer.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        match self {
            Self::Sqlite(engine) => engine.begin().await.map(Tx::Sqlite),
            Self::Postgres(engine) => engine.begin().await.map(Tx::Postgres),
        }
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read(&self) -> Result<Reader, StoreError> {
        match self {
            Self::Sqlite(engine) => engine.read().await.map(Reader::Sqlite),
            Self::Postgres(engine) => engine.read().await.map(Reader::Postgres),
        }
    }

    /// Closes all connections.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(engine) => engine.close().await,
            Self::Postgres(engine) => engine.close().await,
        }
    }
}

/// Runs statements; written once for both kinds of connection.
pub trait Ask {
    /// Rows of a query.
    fn fetch(&mut self, sql: &'static str, values: &[Value]) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send;

    /// Rows of a query one by one, for lists that would be large held twice.
    fn visit(
        &mut self,
        sql: &'static str,
        values: &[Value],
        each: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// At most one row.
    fn fetch_one(&mut self, sql: &'static str, values: &[Value]) -> impl Future<Output = Result<Option<Row>, StoreError>> + Send
    where
        Self: Send,
    {
        async move { Ok(self.fetch(sql, values).await?.into_iter().next()) }
    }
}

impl Ask for Tx {
    async fn fetch(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Sqlite(tx) => sqlite::fetch(tx, sql, values).await,
            Self::Postgres(tx) => postgres::fetch(tx, sql, values).await,
        }
    }

    async fn visit(
        &mut self,
        sql: &'static str,
        values: &[Value],
        each: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => sqlite::visit(tx, sql, values, each).await,
            Self::Postgres(tx) => postgres::visit(tx, sql, values, each).await,
        }
    }
}

impl Ask for Reader {
    async fn fetch(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Sqlite(connection) => sqlite::fetch(connection, sql, values).await,
            Self::Postgres(connection) => postgres::fetch(connection, sql, values).await,
        }
    }

    async fn visit(
        &mut self,
        sql: &'static str,
        values: &[Value],
        each: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => sqlite::visit(connection, sql, values, each).await,
            Self::Postgres(connection) => postgres::visit(connection, sql, values, each).await,
        }
    }
}

impl Tx {
    /// Runs a statement; how many rows it changed.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(tx) => sqlite::execute(tx, sql, values).await,
            Self::Postgres(tx) => postgres::execute(tx, sql, values).await,
        }
    }

    /// Makes it durable: what is acknowledged after this survives `kill -9`.
    ///
    /// # Errors
    /// When the database cannot; then nothing happened.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => Ok(tx.commit().await?),
            Self::Postgres(tx) => Ok(tx.commit().await?),
        }
    }

    /// PostgreSQL plans by what it has counted, and counts a minute late: who reads a table just filled has it count first.
    fn plans_by_counts(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    /// Rows are locked by the statement on PostgreSQL; SQLite has one writer and needs nothing.
    fn locks_rows(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|database| database.code()).map(|code| code.into_owned());
        match (&error, code.as_deref()) {
            // PostgreSQL: serialization failure, deadlock. SQLite: busy, and busy with a stale snapshot.
            (_, Some("40001" | "40P01" | "5" | "517")) => Self::Conflict,
            // PostgreSQL: unique violation. SQLite: primary key, unique.
            (_, Some("23505" | "1555" | "2067")) => Self::Taken,
            // PostgreSQL: disk full, too many connections, shutting down. SQLite: I/O error, full, cannot open, read-only.
            (_, Some("53100" | "53300" | "57P01" | "57P03" | "10" | "778" | "13" | "14" | "8")) => Self::Unavailable(error),
            (sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed, _) => Self::Unavailable(error),
            _ => Self::Other(error),
        }
    }
}

impl StoreError {
    /// Whether the disk takes no more.
    pub fn is_full(&self) -> bool {
        let Self::Unavailable(error) = self else { return false };
        let code = error.as_database_error().and_then(|database| database.code()).map(|code| code.into_owned());
        // PostgreSQL: disk full. SQLite: full; a write that failed, as one past a file's limit does.
        matches!(code.as_deref(), Some("53100" | "13" | "778"))
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict | StoreError::Unavailable(_) => {
                Self::new(api::Code::Unavailable, "the database cannot write just now").retry_after(2).caused_by(error)
            }
            _ => Self::internal(error),
        }
    }
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Newer => f.write_str("the database was written by a newer build of vitrine; it is left untouched"),
            Self::Corrupt(what) => write!(f, "a row cannot be read: {what}"),
            Self::Conflict => f.write_str("two transactions met"),
            Self::Taken => f.write_str("a unique key is taken"),
            Self::Unavailable(error) | Self::Other(error) => write!(f, "the database: {error}"),
        }
    }
}

impl std::error::Error for StoreError {}
