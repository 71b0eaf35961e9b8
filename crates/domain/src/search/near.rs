//! What somebody may have meant whose words found nothing.

use super::hangul;
use super::index::Index;
use super::query;

/// A third of a word's keys may be wrong; past that it is another word.
const FORGIVEN: usize = 3;

impl Index {
    /// Queries that find something and are close to one that does not: words that are nowhere are replaced by their nearest ones; words
    /// that never stand together are asked for alone. At most `most`, the nearest first.
    pub fn near(&self, asked: &str, most: usize) -> Vec<String> {
        let words = query::read(asked);
        let missing = words.iter().enumerate().filter(|(_, word)| !self.has(word));
        let meant: Vec<(usize, String)> =
            missing.flat_map(|(place, word)| self.nearest(&word.keys, most).into_iter().map(move |near| (place, near))).collect();
        let together = meant.iter().map(|(replaced, near)| {
            let word = |(place, word): (usize, &'_ query::Wanted)| if place == *replaced { near.clone() } else { word.spelling.clone() };
            words.iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
        });
        let alone = meant.iter().map(|(_, near)| near.clone()).chain(words.iter().map(|word| word.spelling.clone()));
        let mut near: Vec<String> = Vec::new();
        for query in together.chain(alone) {
            if near.len() < most && query != asked && !near.contains(&query) && !self.find(&query).is_empty() {
                near.push(query);
            }
        }
        near
    }

    /// The words whose keys differ least, of equals the one that stands in more places.
    fn nearest(&self, keys: &str, most: usize) -> Vec<String> {
        let wanted: Vec<char> = keys.chars().collect();
        let limit = wanted.len() / FORGIVEN;
        let mut near = Vec::new();
        if limit > 0 {
            for (spelling, places) in self.spellings() {
                // A key has at most three bytes, a syllable of three bytes at least two keys.
                if spelling.len() <= (wanted.len() + limit) * 3
                    && let Some(distance) = distance(&wanted, &hangul::keys(spelling), limit)
                {
                    near.push((distance, usize::MAX - places, spelling));
                }
            }
        }
        near.sort_unstable();
        near.into_iter().take(most).map(|(_, _, spelling)| spelling.to_owned()).collect()
    }
}

/// How many keys must be changed, added or left out; `None` past `limit` (V. I. Levenshtein, 1965).
fn distance(wanted: &[char], other: &str, limit: usize) -> Option<usize> {
    if other.chars().count().abs_diff(wanted.len()) > limit {
        return None;
    }
    let mut row: Vec<usize> = (0..=wanted.len()).collect();
    for (line, key) in other.chars().enumerate() {
        let (mut before, mut least) = (row[0], line + 1);
        row[0] = line + 1;
        for (column, own) in wanted.iter().enumerate() {
            let changed = before + usize::from(*own != key);
            before = row[column + 1];
            row[column + 1] = changed.min(before + 1).min(row[column] + 1);
            least = least.min(row[column + 1]);
        }
        if least > limit {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::super::{Field, Fields};
    use super::*;

    fn near(asked: &str) -> Vec<String> {
        let names = ["Linen shirt", "Linen trousers", "Wool shirt", "에스프레소 머신", "도자기 머그"];
        Index::new(names.map(|name| Fields::new().with(Field::Name, name))).near(asked, 3)
    }

    #[test]
    fn a_word_that_is_nowhere_leads_to_its_neighbours() {
        assert_eq!(near("linnenn shirt"), ["linen shirt", "linen", "shirt"]);
        assert_eq!(near("trowzers"), ["trousers"]);
        assert_eq!(near("에스푸레서"), ["에스프레소"]);
        assert_eq!(near("xyzzy"), [] as [&str; 0]);
    }

    #[test]
    fn words_that_never_stand_together_are_asked_for_alone() {
        assert_eq!(near("wool trousers"), ["wool", "trousers"]);
        assert_eq!(near(""), [] as [&str; 0]);
    }

    #[test]
    fn keys_are_counted_up_to_a_limit() {
        let count = |one: &str, other| distance(&one.chars().collect::<Vec<_>>(), other, 2);
        assert_eq!(
            [count("mug", "mug"), count("mug", "mgu"), count("mug", "muggy"), count("mug", "lamp")],
            [Some(0), Some(2), Some(2), None]
        );
    }
}
