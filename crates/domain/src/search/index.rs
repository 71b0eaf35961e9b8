//! Every word of every row, and the rows it stands in.

mod build;

use super::dictionary::Dictionary;
use super::query::{self, Wanted};
use super::score::{Field, Fields, Quality, Score};
use super::typo;

/// Rows of fields to search, held in memory; a row is called by its place in the order they were put in.
///
/// Words are numbered as they come. A word's places stand once, under its number; everything that leads to a word (its beginning, what
/// is inside it, its initial consonants, a slip) leads to the number.
#[derive(Default)]
pub struct Index {
    rows: usize,
    /// Words spelt by their keys, so that what is half typed begins what is meant.
    keys: Dictionary,
    /// Runs of syllables that end a word.
    endings: Dictionary,
    /// Initial consonants, from each syllable on.
    initials: Dictionary,
    /// Numbers without the zeros in front; these lead to rows.
    codes: Dictionary,
    /// Each word as it is written.
    spellings: Vec<Box<str>>,
    /// Where each word stands.
    places: Places,
}

/// Lists by word number: a row and a field in one number, `row × 8 + field`.
#[derive(Default)]
struct Places {
    places: Vec<u32>,
    /// Where each word's list ends.
    ends: Vec<u32>,
}

/// The best score of each row for one word.
struct Scores {
    of: Vec<u16>,
    is_empty: bool,
}

impl Index {
    /// Reads every row once.
    pub fn new<'a>(rows: impl IntoIterator<Item = Fields<'a>>) -> Self {
        let mut builder = build::Builder::default();
        rows.into_iter().for_each(|fields| builder.row(&fields));
        builder.index()
    }

    /// The best rows for a query, at most `limit`; among equals those that were put in first.
    pub fn search(&self, query: &str, limit: usize) -> Vec<(u32, Score)> {
        let mut rows = self.find(query);
        rows.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        rows.truncate(limit);
        rows
    }

    /// Every row that answers a query, in the order they were put in. Each word of the query must be found, in any field.
    pub fn find(&self, query: &str) -> Vec<(u32, Score)> {
        let mut all: Option<Vec<u16>> = None;
        for word in query::read(query) {
            let scores = self.scores(&word);
            if scores.is_empty {
                return Vec::new();
            }
            match &mut all {
                Some(all) => add(all, &scores.of),
                None => all = Some(scores.of),
            }
        }
        let found = (0..).zip(all.into_iter().flatten()).filter(|(_, score)| *score > 0);
        found.map(|(row, score)| (row, Score(score.into()))).collect()
    }

    /// Whether a word of a query is found anywhere.
    pub(super) fn has(&self, word: &Wanted) -> bool {
        !self.scores(word).is_empty
    }

    /// Every word with the number of its places.
    pub(super) fn spellings(&self) -> impl Iterator<Item = (&str, usize)> {
        (0..).zip(&self.spellings).map(|(number, word)| (&**word, self.places.of(number).len()))
    }

    fn scores(&self, word: &Wanted) -> Scores {
        let mut scores = Scores { of: vec![0; self.rows], is_empty: true };
        for (keys, words) in self.keys.starting_with(&word.keys) {
            self.keep(&mut scores, words, if keys == word.keys { Quality::Exact } else { Quality::Prefix }, true);
        }
        if let Some(code) = &word.code {
            for (known, rows) in self.codes.starting_with(code) {
                let quality = if known == code { Quality::Exact } else { Quality::Prefix };
                rows.iter().for_each(|row| scores.keep(*row, Score::of(Field::Code, quality)));
            }
        }
        // In long texts nearly every syllable and consonant occurs, so finding one says nothing.
        for (_, words) in word.initials.iter().flat_map(|initials| self.initials.starting_with(initials)) {
            self.keep(&mut scores, words, Quality::Initials, false);
        }
        if let Some(inside) = &word.inside {
            let in_texts = inside.chars().count() > 1;
            self.endings.starting_with(inside).for_each(|(_, words)| self.keep(&mut scores, words, Quality::Inside, in_texts));
        }
        // A slip is assumed only where the word as typed is nowhere: whoever types "lamp" does not want lambs.
        if let (true, Some(letters)) = (scores.is_empty, &word.letters) {
            let words: Vec<u32> =
                (0..).zip(&self.spellings).filter(|(_, word)| typo::is_one_off(letters, word)).map(|(word, _)| word).collect();
            self.keep(&mut scores, &words, Quality::Fuzzy, true);
        }
        scores
    }

    fn keep(&self, scores: &mut Scores, words: &[u32], quality: Quality, in_texts: bool) {
        let worth = Field::ALL.map(|field| if in_texts || field != Field::Text { Score::of(field, quality) } else { Score(0) });
        for place in words.iter().flat_map(|word| self.places.of(*word)) {
            scores.keep(place / 8, worth[(place % 8) as usize % worth.len()]);
        }
    }
}

impl Places {
    fn of(&self, word: u32) -> &[u32] {
        let end = |word: usize| self.ends.get(word).map_or(0, |end| *end as usize);
        let word = word as usize;
        &self.places[word.checked_sub(1).map_or(0, end)..end(word)]
    }
}

impl Scores {
    fn keep(&mut self, row: u32, Score(score): Score) {
        if let Some(best) = self.of.get_mut(row as usize) {
            *best = (*best).max(u16::try_from(score).unwrap_or(u16::MAX));
            self.is_empty &= score == 0;
        }
    }
}

/// Rows that both have.
fn add(all: &mut [u16], others: &[u16]) {
    for (all, other) in all.iter_mut().zip(others) {
        *all = if *all > 0 && *other > 0 { all.saturating_add(*other) } else { 0 };
    }
}

/// How well these fields answer a query; `None` when a word of it is in none of them.
pub fn matches(query: &str, fields: &Fields<'_>) -> Option<Score> {
    Index::new([fields.clone()]).search(query, 1).pop().map(|(_, score)| score)
}

#[cfg(test)]
mod tests;
