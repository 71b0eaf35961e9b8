//! Values into statements and out of rows, the same for both engines.

use super::StoreError;
use domain::Instant;
use std::str::FromStr;

/// A value for a placeholder.
#[derive(Clone, Debug)]
pub enum Value {
    /// TEXT.
    Text(String),
    /// BIGINT.
    Int(i64),
    /// BOOLEAN.
    Bool(bool),
    /// TEXT, nothing.
    NoText,
    /// BIGINT, nothing.
    NoInt,
}

/// A decoded row.
#[derive(Clone, Debug)]
pub struct Row(pub(super) Vec<Value>);

/// TEXT, of anything that can be written: ids, codes, slugs.
pub fn text(value: impl ToString) -> Value {
    Value::Text(value.to_string())
}

/// TEXT or nothing.
pub fn text_or_null(value: Option<impl ToString>) -> Value {
    value.map_or(Value::NoText, text)
}

/// BIGINT.
pub fn int(value: impl Into<i64>) -> Value {
    Value::Int(value.into())
}

/// BIGINT or nothing.
pub fn int_or_null(value: Option<impl Into<i64>>) -> Value {
    value.map_or(Value::NoInt, int)
}

/// BOOLEAN.
pub fn bool(value: bool) -> Value {
    Value::Bool(value)
}

impl From<Instant> for Value {
    fn from(instant: Instant) -> Self {
        Self::Int(instant.millis())
    }
}

impl From<Option<Instant>> for Value {
    fn from(instant: Option<Instant>) -> Self {
        instant.map_or(Self::NoInt, Self::from)
    }
}

impl Row {
    fn wrong(column: usize, wanted: &str) -> StoreError {
        StoreError::Corrupt(format!("column {column} is no {wanted}"))
    }

    /// TEXT that may be missing.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn text_or_null(&self, column: usize) -> Result<Option<&str>, StoreError> {
        match self.0.get(column) {
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(Value::NoText | Value::NoInt) => Ok(None),
            _ => Err(Self::wrong(column, "text")),
        }
    }

    /// TEXT.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn text(&self, column: usize) -> Result<&str, StoreError> {
        self.text_or_null(column)?.ok_or_else(|| Self::wrong(column, "text"))
    }

    /// TEXT that is written form of something.
    ///
    /// # Errors
    /// When it is not.
    pub fn parse<T: FromStr>(&self, column: usize) -> Result<T, StoreError> {
        self.text(column)?.parse().map_err(|_| Self::wrong(column, std::any::type_name::<T>()))
    }

    /// TEXT that is written form of something, or nothing.
    ///
    /// # Errors
    /// When it is something else.
    pub fn parse_or_null<T: FromStr>(&self, column: usize) -> Result<Option<T>, StoreError> {
        let parse = |text: &str| text.parse().map_err(|_| Self::wrong(column, std::any::type_name::<T>()));
        self.text_or_null(column)?.map(parse).transpose()
    }

    /// BIGINT that may be missing.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn int_or_null(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self.0.get(column) {
            Some(Value::Int(int)) => Ok(Some(*int)),
            Some(Value::NoText | Value::NoInt) => Ok(None),
            _ => Err(Self::wrong(column, "integer")),
        }
    }

    /// BIGINT.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn int(&self, column: usize) -> Result<i64, StoreError> {
        self.int_or_null(column)?.ok_or_else(|| Self::wrong(column, "integer"))
    }

    /// BIGINT in a narrower type.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn number<T: TryFrom<i64>>(&self, column: usize) -> Result<T, StoreError> {
        T::try_from(self.int(column)?).map_err(|_| Self::wrong(column, std::any::type_name::<T>()))
    }

    /// A moment.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn instant(&self, column: usize) -> Result<Instant, StoreError> {
        self.int(column).map(Instant::from_millis)
    }

    /// A moment or nothing.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn instant_or_null(&self, column: usize) -> Result<Option<Instant>, StoreError> {
        Ok(self.int_or_null(column)?.map(Instant::from_millis))
    }

    /// BOOLEAN.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn bool(&self, column: usize) -> Result<bool, StoreError> {
        match self.0.get(column) {
            Some(Value::Bool(bool)) => Ok(*bool),
            // SQLite has no booleans of its own.
            Some(Value::Int(int)) => Ok(*int != 0),
            _ => Err(Self::wrong(column, "boolean")),
        }
    }
}
