//! A text in pieces.

use super::hangul;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A piece of a text that can be looked up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token {
    /// What sort of piece.
    pub kind: Kind,
    /// In lower case and NFC.
    pub text: String,
}

/// What sort of piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A run of letters and digits.
    Word,
    /// A run of digits only.
    Digits,
    /// One Hangul syllable of a word.
    Unigram,
    /// Two neighbours: Korean words are written together, so a word often begins inside another.
    Bigram,
    /// The initial consonants of a word from one syllable on, `ㅋㅍ` for `커피`.
    Initials,
}

/// Longer runs of initial consonants nobody types.
const MOST_INITIALS: usize = 8;

/// Every piece of a text, in order: NFC, lower case, whole words; of Hangul words the unigrams, bigrams and initial consonants.
pub fn tokens(text: &str) -> Vec<Token> {
    words(text).iter().flat_map(|word| pieces(word)).collect()
}

/// Words alone: runs of letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    // Nearly every text is in NFC already, and seeing that is much cheaper than making it so.
    let plain = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_lowercase(),
        _ => text.nfc().collect::<String>().to_lowercase(),
    };
    plain.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn pieces(word: &str) -> Vec<Token> {
    let kind = if is_digits(word) { Kind::Digits } else { Kind::Word };
    let mut pieces = vec![Token { kind, text: word.to_owned() }];
    for run in word.split(|character: char| !hangul::is_syllable(character)).filter(|run| !run.is_empty()) {
        let syllables: Vec<char> = run.chars().collect();
        pieces.extend(syllables.iter().map(|syllable| Token { kind: Kind::Unigram, text: syllable.to_string() }));
        pieces.extend(syllables.windows(2).map(|pair| Token { kind: Kind::Bigram, text: pair.iter().collect() }));
        let initials: Vec<char> = syllables.iter().filter_map(|syllable| hangul::initial(*syllable)).collect();
        pieces.extend((0..initials.len()).map(|from| {
            let upto = initials.len().min(from + MOST_INITIALS);
            Token { kind: Kind::Initials, text: initials[from..upto].iter().collect() }
        }));
    }
    pieces
}

pub(super) fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: Kind, text: &str) -> Vec<String> {
        tokens(text).into_iter().filter(|token| token.kind == kind).map(|token| token.text).collect()
    }

    #[test]
    fn a_korean_word_gives_its_parts() {
        assert_eq!(of(Kind::Word, "커피잔, Mug 2인용"), ["커피잔", "mug", "2인용"]);
        assert_eq!(of(Kind::Unigram, "커피잔"), ["커", "피", "잔"]);
        assert_eq!(of(Kind::Bigram, "커피잔 2인용"), ["커피", "피잔", "인용"]);
        assert_eq!(of(Kind::Initials, "커피잔"), ["ㅋㅍㅈ", "ㅍㅈ", "ㅈ"]);
    }

    #[test]
    fn decomposed_text_is_the_same_text() {
        assert_eq!(tokens("\u{1100}\u{1161} CAFE\u{301}"), tokens("가 café"));
        assert_eq!(of(Kind::Digits, "8801234 1L 1"), ["8801234", "1"]);
    }
}
