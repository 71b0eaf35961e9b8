//! What a command may run into: the database, or a rule.

use crate::failure::Failure;
use crate::store::StoreError;
use std::time::Duration;

/// Kept apart until the end, because two transactions that met are simply tried again.
pub enum Trouble {
    /// The database.
    Store(StoreError),
    /// A rule.
    Refused(Failure),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure)
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Store(error) => error.into(),
            Trouble::Refused(failure) => failure,
        }
    }
}

const TRIES: u32 = 6;

/// Tries again when two transactions met; PostgreSQL ends one of them then.
pub async fn retry<T, F: Future<Output = Result<T, Trouble>>>(attempt: impl Fn() -> F) -> Result<T, Failure> {
    let mut tries = 0;
    loop {
        tries += 1;
        match attempt().await {
            Err(Trouble::Store(StoreError::Conflict)) if tries < TRIES => {
                tokio::time::sleep(Duration::from_millis(5 << tries)).await;
            }
            other => return other.map_err(Failure::from),
        }
    }
}
