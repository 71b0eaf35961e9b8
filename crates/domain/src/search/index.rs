//! Every word of every row, and the rows it stands in.

use super::query::{self, Wanted};
use super::score::{Field, Fields, Quality, Score};
use super::token::{Kind, Token, is_digits, tokens};
use super::{hangul, typo};
use std::collections::{BTreeMap, HashMap};

/// Where a token stands: the row's place and the field.
type Posting = (u32, Field);

/// Rows of `(id, fields)` to search, held in memory. Rows keep their order: equal scores come in the order they were put in.
pub struct Index<Id> {
    ids: Vec<Id>,
    /// Sorted, so that what is typed so far finds every word that begins so. Words are spelt by their keys, codes without
    /// the zeros in front.
    postings: BTreeMap<Token, Vec<Posting>>,
    /// The letters of each word by its keys, for slips: these happen in letters.
    spellings: HashMap<String, Vec<char>>,
}

/// An index in the making; it is sorted once, at the end.
#[derive(Default)]
struct Collected {
    postings: HashMap<Token, Vec<Posting>>,
    spellings: HashMap<String, Vec<char>>,
}

/// The best score of each row for one word.
type Found = HashMap<u32, Score>;

impl<Id: Clone> Index<Id> {
    /// Reads every row once.
    pub fn new(rows: impl IntoIterator<Item = (Id, Fields)>) -> Self {
        let mut ids = Vec::new();
        let mut collected = Collected::default();
        for (id, fields) in rows {
            let Ok(row) = u32::try_from(ids.len()) else { break };
            ids.push(id);
            for (field, text) in fields.0 {
                collected.add(row, field, &text);
            }
        }
        let sorted = |mut postings: Vec<Posting>| {
            postings.sort_unstable();
            postings.dedup();
            postings
        };
        let postings = collected.postings.into_iter().map(|(token, postings)| (token, sorted(postings))).collect();
        Self { ids, postings, spellings: collected.spellings }
    }

    /// The best rows for a query, at most `limit`. Every word of the query must be found in a row, in any field.
    pub fn search(&self, query: &str, limit: usize) -> Vec<(Id, Score)> {
        let mut words = query::read(query).into_iter();
        let Some(first) = words.next() else { return Vec::new() };
        let mut rows = self.find(&first);
        for word in words {
            let also = self.find(&word);
            rows = rows.into_iter().filter_map(|(row, score)| also.get(&row).map(|other| (row, score.plus(*other)))).collect();
        }
        let mut rows: Vec<(u32, Score)> = rows.into_iter().collect();
        rows.sort_unstable_by(|(row, score), (other_row, other)| other.cmp(score).then(row.cmp(other_row)));
        rows.truncate(limit);
        rows.into_iter().filter_map(|(row, score)| Some((self.ids.get(row as usize)?.clone(), score))).collect()
    }

    fn find(&self, word: &Wanted) -> Found {
        let mut found = Found::new();
        for (key, postings) in self.starting_with(Kind::Word, &word.keys) {
            keep_best(&mut found, postings, exact_or_prefix(key, &word.keys));
        }
        if let Some(code) = &word.code {
            for (key, postings) in self.starting_with(Kind::Digits, code) {
                keep_best(&mut found, postings, exact_or_prefix(key, code));
            }
        }
        for (_, postings) in word.initials.iter().flat_map(|initials| self.starting_with(Kind::Initials, initials)) {
            keep_best(&mut found, postings, Quality::Initials);
        }
        keep_best(&mut found, &self.with_all(&word.grams), Quality::Inside);
        // A slip is assumed only where the word as typed is nowhere: whoever types "lamp" does not want lambs.
        if let (true, Some(letters)) = (found.is_empty(), &word.letters) {
            self.find_with_a_typo(letters, &mut found);
        }
        found
    }

    /// Looks at the whole dictionary, whose size follows the language and not the number of rows.
    fn find_with_a_typo(&self, letters: &[char], found: &mut Found) {
        for (keys, _) in self.spellings.iter().filter(|(_, spelling)| typo::is_one_off(letters, spelling)) {
            let token = Token { kind: Kind::Word, text: keys.clone() };
            keep_best(found, self.postings.get(&token).map_or(&[], Vec::as_slice), Quality::Fuzzy);
        }
    }

    fn starting_with<'a>(&'a self, kind: Kind, start: &'a str) -> impl Iterator<Item = (&'a String, &'a Vec<Posting>)> {
        self.postings
            .range(Token { kind, text: start.to_owned() }..)
            .take_while(move |(token, _)| token.kind == kind && token.text.starts_with(start))
            .map(|(token, postings)| (&token.text, postings))
    }

    /// The places where every one of the grams stands.
    fn with_all(&self, grams: &[Token]) -> Vec<Posting> {
        let mut lists: Vec<&Vec<Posting>> = Vec::new();
        for gram in grams {
            match self.postings.get(gram) {
                Some(postings) => lists.push(postings),
                None => return Vec::new(),
            }
        }
        lists.sort_by_key(|postings| postings.len());
        let Some((shortest, others)) = lists.split_first() else { return Vec::new() };
        shortest.iter().filter(|place| others.iter().all(|postings| postings.binary_search(place).is_ok())).copied().collect()
    }
}

impl Collected {
    fn add(&mut self, row: u32, field: Field, text: &str) {
        for token in tokens(text) {
            match token.kind {
                // A number is found from its fourth digit on, and nothing shorter begins it. An SKU (`SKU-77`) is words.
                Kind::Digits if field == Field::Code && is_digits(text) => self.post(Kind::Digits, query::code(&token.text), (row, field)),
                Kind::Word | Kind::Digits => {
                    let keys = hangul::keys(&token.text);
                    if !self.spellings.contains_key(&keys) {
                        self.spellings.insert(keys.clone(), token.text.chars().collect());
                    }
                    self.post(Kind::Word, keys, (row, field));
                }
                // In long texts nearly every syllable and consonant occurs, so finding one says nothing.
                Kind::Unigram | Kind::Initials if field == Field::Text => {}
                kind => self.post(kind, token.text, (row, field)),
            }
        }
    }

    fn post(&mut self, kind: Kind, text: String, posting: Posting) {
        self.postings.entry(Token { kind, text }).or_default().push(posting);
    }
}

/// How well these fields answer a query; `None` when a word of it is in none of them.
pub fn matches(query: &str, fields: &Fields) -> Option<Score> {
    Index::new([((), fields.clone())]).search(query, 1).pop().map(|(_, score)| score)
}

fn exact_or_prefix(key: &str, wanted: &str) -> Quality {
    if key == wanted { Quality::Exact } else { Quality::Prefix }
}

fn keep_best(found: &mut Found, postings: &[Posting], quality: Quality) {
    for (row, field) in postings {
        let score = Score::of(*field, quality);
        found.entry(*row).and_modify(|best| *best = score.max(*best)).or_insert(score);
    }
}

#[cfg(test)]
mod tests;
