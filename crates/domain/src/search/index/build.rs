//! Makes an index: every distinct word is taken apart once, however often it occurs.

use super::{Index, Places};
use crate::search::dictionary::Entries;
use crate::search::score::{Field, Fields};
use crate::search::token::{endings, initials, is_digits, plain, words};
use crate::search::{hangul, query};
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Builder {
    rows: u32,
    numbers: HashMap<Box<str>, u32>,
    /// A word and a place (`row × 8 + field`), as they come.
    occurrences: Vec<(u32, u32)>,
    codes: Entries,
}

impl Builder {
    /// The next row.
    pub(super) fn row(&mut self, fields: &Fields<'_>) {
        // Places have 29 bits for the row.
        if self.rows >= u32::MAX / 8 {
            return;
        }
        for (field, text) in &fields.0 {
            self.text(*field, text);
        }
        self.rows += 1;
    }

    fn text(&mut self, field: Field, text: &str) {
        // A number is found from its fourth digit on, and nothing shorter begins it. An SKU (`SKU-77`) is words.
        if field == Field::Code && is_digits(text) {
            return self.codes.add(query::code(text), self.rows);
        }
        let place = self.rows * 8 + field.number();
        for word in words(&plain(text)) {
            let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
            let number = match self.numbers.get(word) {
                Some(number) => *number,
                None => *self.numbers.entry(word.into()).or_insert(next),
            };
            self.occurrences.push((number, place));
        }
    }

    pub(super) fn index(self) -> Index {
        let mut spellings = vec![Box::<str>::default(); self.numbers.len()];
        let (mut keys, mut ends, mut starts) = (Entries::default(), Entries::default(), Entries::default());
        for (word, number) in self.numbers {
            keys.add(&hangul::keys(&word), number);
            endings(&word).for_each(|ending| ends.add(ending, number));
            initials(&word).for_each(|initials| starts.add(&initials, number));
            spellings[number as usize] = word;
        }
        Index {
            rows: self.rows as usize,
            keys: keys.sorted(),
            endings: ends.sorted(),
            initials: starts.sorted(),
            codes: self.codes.sorted(),
            places: places(&self.occurrences, spellings.len()),
            spellings,
        }
    }
}

/// Sorts by word, counting: what came first stays first.
fn places(occurrences: &[(u32, u32)], words: usize) -> Places {
    let mut next = vec![0_u32; words + 1];
    occurrences.iter().for_each(|(word, _)| next[*word as usize + 1] += 1);
    for word in 1..next.len() {
        next[word] += next[word - 1];
    }
    let mut places = vec![0; occurrences.len()];
    for (word, place) in occurrences {
        let at = &mut next[*word as usize];
        places[*at as usize] = *place;
        *at += 1;
    }
    // Each word's next place is now where its list ends.
    next.truncate(words);
    Places { places, ends: next }
}
