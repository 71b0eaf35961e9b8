//! A text in words, and what of a Hangul word is looked up besides its beginning.

use super::hangul;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Longer runs of initial consonants nobody types.
const MOST_INITIALS: usize = 8;

/// A text in NFC and lower case.
pub(crate) fn plain(text: &str) -> String {
    // Nearly every text is in NFC already, and seeing that is much cheaper than making it so.
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_lowercase(),
        _ => text.nfc().collect::<String>().to_lowercase(),
    }
}

/// The words of a plain text: runs of letters and digits.
pub(crate) fn words(plain: &str) -> impl Iterator<Item = &str> {
    plain.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
}

pub(super) fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The endings of a word's Hangul: Korean words are written together, so a word often begins inside another. `커피잔` has `피잔` and
/// `잔`; the whole word is no ending.
pub(super) fn endings(word: &str) -> impl Iterator<Item = &str> {
    runs(word).flat_map(move |(at, run)| run.char_indices().filter(move |(from, _)| at + from > 0).map(move |(from, _)| &run[from..]))
}

/// The initial consonants of a word's Hangul from each syllable on: `ㅋㅍㅈ`, `ㅍㅈ`, `ㅈ` for `커피잔`.
pub(super) fn initials(word: &str) -> impl Iterator<Item = String> {
    runs(word).flat_map(|(_, run)| {
        let initials: Vec<char> = run.chars().filter_map(hangul::initial).collect();
        (0..initials.len()).map(move |from| initials[from..].iter().take(MOST_INITIALS).collect::<String>())
    })
}

/// Runs of syllables with the place where they begin.
fn runs(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let runs = word.split(|character: char| !hangul::is_syllable(character)).filter(|run| !run.is_empty());
    runs.map(|run| (run.as_ptr().addr() - word.as_ptr().addr(), run))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_korean_word_gives_its_parts() {
        assert_eq!(words(&plain("커피잔, Mug 2인용")).collect::<Vec<_>>(), ["커피잔", "mug", "2인용"]);
        assert_eq!(endings("커피잔").collect::<Vec<_>>(), ["피잔", "잔"]);
        assert_eq!(endings("2인용 컵").collect::<Vec<_>>(), ["인용", "용", "컵"]);
        assert_eq!(initials("커피잔").collect::<Vec<_>>(), ["ㅋㅍㅈ", "ㅍㅈ", "ㅈ"]);
        assert_eq!(endings("mug").count() + initials("mug").count(), 0);
    }

    #[test]
    fn decomposed_text_is_the_same_text() {
        assert_eq!(plain("\u{1100}\u{1161} CAFE\u{301}"), plain("가 café"));
        assert!(is_digits("8801234") && !is_digits("1l") && !is_digits(""));
    }
}
