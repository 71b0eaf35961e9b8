//! Many rows by one statement. They travel as one JSON array of arrays, because the two engines bind lists differently and both
//! take JSON apart alike; only the name of the function that does it differs.

use super::{Ask, Reader, Row, StoreError, Tx, Value};

/// A statement over rows, made by [`bulk!`](crate::bulk).
#[derive(Clone, Copy)]
pub struct Bulk {
    /// For the embedded engine.
    pub sqlite: &'static str,
    /// For PostgreSQL.
    pub postgres: &'static str,
}

/// A statement with the rows in the middle: `bulk!("INSERT INTO t (a, b) SELECT r.value->>0, r.value->>1 FROM", "")`. `$1` is theirs,
/// further values begin at `$2`. What `->>` gives is text: cast what is not.
#[macro_export]
macro_rules! bulk {
    ($before:literal, $after:literal) => {
        $crate::store::bulk::Bulk {
            sqlite: concat!($before, " json_each($1) AS r ", $after),
            postgres: concat!($before, " json_array_elements(CAST($1 AS json)) AS r(value) ", $after),
        }
    };
}

/// One row of a bulk statement, by position.
pub type Cells = Vec<serde_json::Value>;

/// Rows as `$1`, then the further values.
fn values(rows: &[Cells], more: &[Value]) -> Result<Vec<Value>, StoreError> {
    let rows = serde_json::to_string(rows).map_err(|error| StoreError::Corrupt(error.to_string()))?;
    Ok(std::iter::once(Value::Text(rows)).chain(more.iter().cloned()).collect())
}

impl Tx {
    /// Runs a statement over rows; how many rows it changed. Nothing happens for none.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn execute_bulk(&mut self, bulk: Bulk, rows: &[Cells], more: &[Value]) -> Result<u64, StoreError> {
        if rows.is_empty() {
            return Ok(0);
        }
        let sql = if matches!(self, Self::Sqlite(_)) { bulk.sqlite } else { bulk.postgres };
        self.execute(sql, &values(rows, more)?).await
    }
}

/// Queries that are given rows.
pub trait AskBulk: Ask + Send {
    /// The statement's text for this engine.
    fn text_of(&self, bulk: Bulk) -> &'static str;

    /// Rows of a query; none for none.
    fn fetch_bulk(&mut self, bulk: Bulk, rows: &[Cells], more: &[Value]) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send {
        async move {
            if rows.is_empty() {
                return Ok(Vec::new());
            }
            let sql = self.text_of(bulk);
            self.fetch(sql, &values(rows, more)?).await
        }
    }
}

impl AskBulk for Tx {
    fn text_of(&self, bulk: Bulk) -> &'static str {
        if matches!(self, Self::Sqlite(_)) { bulk.sqlite } else { bulk.postgres }
    }
}

impl AskBulk for Reader {
    fn text_of(&self, bulk: Bulk) -> &'static str {
        if matches!(self, Self::Sqlite(_)) { bulk.sqlite } else { bulk.postgres }
    }
}
