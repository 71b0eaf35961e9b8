//! What was typed, word by word.

use super::hangul;
use super::token::{Kind, Token, is_digits, tokens, words};

/// Shorter words have too many neighbours to forgive a slip.
const FEWEST_FOR_A_TYPO: usize = 4;
/// Fewer digits begin too many numbers.
const FEWEST_FOR_A_CODE: usize = 4;

/// One word of the query, ready to be looked up.
pub(super) struct Wanted {
    /// As the dictionary spells it.
    pub(super) keys: String,
    /// Initial consonants, when it is nothing else.
    pub(super) initials: Option<String>,
    /// Grams that all stand in a field which holds this word inside another; empty when it is not all Hangul.
    pub(super) grams: Vec<Token>,
    /// The beginning of a number, without the zeros that pad it.
    pub(super) code: Option<String>,
    /// Its letters, when it is long enough for a slip.
    pub(super) letters: Option<Vec<char>>,
}

/// The words of a query; each must be found.
pub(super) fn read(query: &str) -> Vec<Wanted> {
    words(query).iter().map(|word| want(word)).collect()
}

/// A number as the index holds it: a GTIN-13 and its 14 digits are the same number.
pub(super) fn code(digits: &str) -> String {
    digits.trim_start_matches('0').to_owned()
}

fn want(word: &str) -> Wanted {
    let keys = hangul::keys(word);
    let letters: Vec<char> = word.chars().collect();
    let are_digits = is_digits(word);
    Wanted {
        initials: keys.chars().all(hangul::is_initial).then(|| keys.clone()),
        grams: if letters.iter().all(|letter| hangul::is_syllable(*letter)) { grams(word, letters.len()) } else { Vec::new() },
        code: (are_digits && letters.len() >= FEWEST_FOR_A_CODE).then(|| code(word)).filter(|code| !code.is_empty()),
        // A number with a slip is another number.
        letters: (!are_digits && letters.len() >= FEWEST_FOR_A_TYPO).then_some(letters),
        keys,
    }
}

fn grams(word: &str, length: usize) -> Vec<Token> {
    let wanted = if length == 1 { Kind::Unigram } else { Kind::Bigram };
    tokens(word).into_iter().filter(|token| token.kind == wanted).collect()
}
