//! Idempotency keys of a form: asking the same again after a lost answer books nothing twice.

use crate::browser::id;
use crate::client::{Key, Refusal};
use crate::prelude::*;

/// The key of what a form is about to ask.
#[derive(Clone, Copy)]
pub struct Attempt(StoredValue<Option<(String, Key)>>);

impl Attempt {
    /// Nothing asked yet.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The key for `asked`: the same as before while neither it nor the answer has changed anything.
    pub fn key(self, asked: &str) -> Key {
        if let Some((before, key)) = self.0.get_value()
            && before == asked
        {
            return key;
        }
        let key = id::mint();
        self.0.set_value(Some((asked.to_owned(), key)));
        key
    }

    /// An answer has come: the shop said no, so the next press is another act. A lost one keeps its key.
    pub fn refused(self, refusal: &Refusal) {
        if matches!(refusal, Refusal::Problem(_)) {
            self.0.try_set_value(None);
        }
    }

    /// It worked, so the next press is another act.
    pub fn done(self) {
        self.0.try_set_value(None);
    }
}
