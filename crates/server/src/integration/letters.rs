//! What became of a batch's items, a letter each, as it is kept with the batch.

use api::integration::Outcome;
use serde::{Deserialize, Serialize};

/// What an import's `settings` hold for a batch.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    /// `products`, `prices`, …
    pub(super) kind: String,
    outcomes: String,
}

const LETTERS: [(char, Outcome); 5] =
    [('m', Outcome::Made), ('c', Outcome::Changed), ('s', Outcome::Same), ('r', Outcome::Refused), ('a', Outcome::Aside)];

impl Kept {
    pub(super) fn new(kind: &str, outcomes: impl Iterator<Item = Outcome>) -> Self {
        let letter = |outcome| LETTERS.iter().find(|(_, known)| *known == outcome).map_or('?', |(letter, _)| *letter);
        Self { kind: kind.to_owned(), outcomes: outcomes.map(letter).collect() }
    }

    pub(super) fn outcomes(&self) -> impl Iterator<Item = Outcome> {
        let outcome = |letter| LETTERS.iter().find(|(known, _)| *known == letter).map_or(Outcome::Other, |(_, outcome)| *outcome);
        self.outcomes.chars().map(outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_is_read_back() {
        let all = LETTERS.map(|(_, outcome)| outcome);
        assert_eq!(Kept::new("stock", all.into_iter()).outcomes().collect::<Vec<_>>(), all);
    }
}
