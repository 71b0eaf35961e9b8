//! A command's idempotency key: the same key gets the first answer, refusals included.

use crate::failure::Failure;
use crate::store::Tx;
use crate::store::idempotency::{self, Seen};
use crate::trouble::Trouble;
use crate::work::Work;
use api::Code;
use domain::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A key, in the scope that it belongs to, with a hash of what was asked.
#[derive(Clone, Debug)]
pub struct Key {
    scope: String,
    key: String,
    request: String,
}

/// What came of a command, as it is kept: a reference or a refusal, never a body.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was done; what it made or changed.
    Done(Uuid),
    /// It was refused.
    Refused {
        /// The code.
        code: Code,
        /// For developers.
        detail: String,
        /// What the sentence names.
        params: BTreeMap<String, String>,
    },
}

impl Key {
    /// `scope` says whose key it is: a reservation's, a person's. `request` is everything that was asked.
    pub fn new(scope: impl Into<String>, key: Uuid, request: &impl Serialize) -> Self {
        let request = serde_json::to_vec(request).unwrap_or_default();
        Self { scope: scope.into(), key: key.to_string(), request: blake3::hash(&request).to_hex().to_string() }
    }

    /// Takes the key, first thing in the transaction. `Some` is what came of it before.
    ///
    /// # Errors
    /// When the key belongs to another command, or came with a refusal.
    pub async fn take(&self, work: &mut Work<'_>) -> Result<Option<Uuid>, Trouble> {
        self.take_in(&mut work.tx, work.now).await
    }

    /// The same in a transaction that is no store's.
    ///
    /// # Errors
    /// See [`Self::take`].
    pub async fn take_in(&self, tx: &mut Tx, now: Instant) -> Result<Option<Uuid>, Trouble> {
        let outcome = match idempotency::take(tx, &self.scope, &self.key, &self.request, now).await? {
            Seen::New => return Ok(None),
            Seen::Other => return Err(Failure::new(Code::KeyReused, "this idempotency key was used for another request").into()),
            Seen::Before(outcome) => outcome,
        };
        match serde_json::from_str(&outcome) {
            Ok(Outcome::Done(reference)) => Ok(Some(reference)),
            Ok(Outcome::Refused { code, detail, params }) => {
                let mut failure = Failure::new(code, detail);
                failure.params = params;
                Err(failure.into())
            }
            Err(_) => Err(Failure::new(Code::InProgress, "this command is being worked on").into()),
        }
    }

    /// Keeps what came of it and ends the transaction. A refusal keeps nothing but itself (and holds that had run out); of what else went
    /// wrong nothing is kept, so that the command can be tried again.
    ///
    /// # Errors
    /// The refusal, or the database's.
    pub async fn settle<T>(&self, mut work: Work<'_>, result: Result<(Uuid, T), Trouble>) -> Result<T, Trouble> {
        let outcome = match &result {
            Ok((reference, _)) => Outcome::Done(*reference),
            Err(Trouble::Refused(failure)) => {
                Outcome::Refused { code: failure.code, detail: failure.detail.clone(), params: failure.params.clone() }
            }
            Err(_) => return result.map(|(_, done)| done),
        };
        self.keep_in(&mut work.tx, &outcome).await?;
        work.finish().await?;
        Ok(result?.1)
    }

    /// Keeps what came of it, last thing in the transaction.
    ///
    /// # Errors
    /// The database's.
    pub async fn keep_in(&self, tx: &mut Tx, outcome: &Outcome) -> Result<(), Trouble> {
        let outcome = serde_json::to_string(outcome).map_err(Failure::internal)?;
        Ok(idempotency::settle(tx, &self.scope, &self.key, &outcome).await?)
    }
}
