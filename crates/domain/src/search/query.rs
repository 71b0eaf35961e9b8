//! What was typed, word by word.

use super::hangul;
use super::token::{is_digits, plain, words};

/// Shorter words have too many neighbours to forgive a slip.
const FEWEST_FOR_A_TYPO: usize = 4;
/// Fewer digits begin too many numbers.
const FEWEST_FOR_A_CODE: usize = 4;
/// Nobody types more words on purpose, and each costs a look-up.
const MOST_WORDS: usize = 12;

/// One word of the query, ready to be looked up.
pub(super) struct Wanted {
    /// As it was typed, in lower case.
    pub(super) spelling: String,
    /// As the dictionary spells it.
    pub(super) keys: String,
    /// Initial consonants, when it is nothing else.
    pub(super) initials: Option<String>,
    /// Syllables that may stand inside a word, when it is nothing else.
    pub(super) inside: Option<String>,
    /// The beginning of a number, without the zeros that pad it.
    pub(super) code: Option<String>,
    /// Its letters, when it is long enough for a slip.
    pub(super) letters: Option<Vec<char>>,
}

/// The words of a query, each once; each must be found.
pub(super) fn read(query: &str) -> Vec<Wanted> {
    let plain = plain(query);
    let mut known: Vec<&str> = Vec::new();
    for word in words(&plain) {
        if known.len() < MOST_WORDS && !known.contains(&word) {
            known.push(word);
        }
    }
    known.into_iter().map(want).collect()
}

/// A number as the index holds it: a GTIN-13 and its 14 digits are the same number.
pub(super) fn code(digits: &str) -> &str {
    digits.trim_start_matches('0')
}

fn want(word: &str) -> Wanted {
    let keys = hangul::keys(word);
    let letters: Vec<char> = word.chars().collect();
    let are_digits = is_digits(word);
    Wanted {
        spelling: word.to_owned(),
        initials: keys.chars().all(hangul::is_initial).then(|| keys.clone()),
        inside: letters.iter().all(|letter| hangul::is_syllable(*letter)).then(|| word.to_owned()),
        code: (are_digits && letters.len() >= FEWEST_FOR_A_CODE).then(|| code(word).to_owned()).filter(|code| !code.is_empty()),
        // A number with a slip is another number.
        letters: (!are_digits && letters.len() >= FEWEST_FOR_A_TYPO).then_some(letters),
        keys,
    }
}
