//! Hangul syllables and the keys that type them (The Unicode Standard §3.12).

/// Initial consonants as compatibility jamo, in the order of the syllable block.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];

/// Vowels as they are typed on the two-set keyboard, in the order of the block.
const VOWELS: [&str; 21] = [
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ",
    "ㅣ",
];

/// Final consonants as they are typed, in the order of the block; none first.
const FINALS: [&str; 28] = [
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ",
    "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];

/// Compatibility jamo that take two keys, where a keyboard joined lone ones (`ㄱㅅ` to `ㄳ`).
const JOINED: [(char, &str); 18] = [
    ('ㄳ', "ㄱㅅ"),
    ('ㄵ', "ㄴㅈ"),
    ('ㄶ', "ㄴㅎ"),
    ('ㄺ', "ㄹㄱ"),
    ('ㄻ', "ㄹㅁ"),
    ('ㄼ', "ㄹㅂ"),
    ('ㄽ', "ㄹㅅ"),
    ('ㄾ', "ㄹㅌ"),
    ('ㄿ', "ㄹㅍ"),
    ('ㅀ', "ㄹㅎ"),
    ('ㅄ', "ㅂㅅ"),
    ('ㅘ', "ㅗㅏ"),
    ('ㅙ', "ㅗㅐ"),
    ('ㅚ', "ㅗㅣ"),
    ('ㅝ', "ㅜㅓ"),
    ('ㅞ', "ㅜㅔ"),
    ('ㅟ', "ㅜㅣ"),
    ('ㅢ', "ㅡㅣ"),
];

const FIRST: u32 = 0xAC00;
const LAST: u32 = 0xD7A3;

/// A whole syllable, `가` to `힣`.
pub(super) fn is_syllable(character: char) -> bool {
    (FIRST..=LAST).contains(&u32::from(character))
}

/// The initial consonant of a syllable.
pub(super) fn initial(syllable: char) -> Option<char> {
    parts(syllable).and_then(|(initial, _, _)| INITIALS.get(initial).copied())
}

/// A lone consonant that may begin a syllable.
pub(super) fn is_initial(character: char) -> bool {
    INITIALS.contains(&character)
}

/// The keys that type a text, so that what is half typed is a beginning of what is meant: `커`, `컾`, `커피` grow by keys. Other
/// letters stand for themselves.
pub(super) fn keys(text: &str) -> String {
    let mut keys = String::with_capacity(text.len() * 2);
    for character in text.chars() {
        if let Some((initial, vowel, last)) = parts(character) {
            keys.push(INITIALS[initial]);
            keys.push_str(VOWELS[vowel]);
            keys.push_str(FINALS[last]);
        } else if let Some((_, two)) = JOINED.iter().find(|(joined, _)| *joined == character) {
            keys.push_str(two);
        } else {
            keys.push(plain_jamo(character));
        }
    }
    keys
}

/// Indices into the three tables.
fn parts(syllable: char) -> Option<(usize, usize, usize)> {
    let index = usize::try_from(u32::from(syllable).checked_sub(FIRST)?).ok().filter(|_| is_syllable(syllable))?;
    Some((index / 588, index % 588 / 28, index % 28))
}

/// A conjoining initial that stands alone (some systems write these) as its compatibility jamo.
fn plain_jamo(character: char) -> char {
    u32::from(character).checked_sub(0x1100).and_then(|index| INITIALS.get(usize::try_from(index).ok()?)).copied().unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_half_typed_is_a_beginning() {
        let whole = keys("커피값");
        for half in ["ㅋ", "커", "컾", "커피", "커피ㄱ", "커픽", "커피가", "커피갑", "커피값"] {
            assert!(whole.starts_with(&keys(half)), "{half}");
        }
        assert_eq!(keys("과"), "ㄱㅗㅏ");
        assert_eq!(keys("ㄳ"), "ㄱㅅ");
        assert_eq!(keys("\u{110f}"), "ㅋ");
        assert_eq!(keys("mug 힣"), "mug ㅎㅣㅎ");
    }

    #[test]
    fn a_syllable_knows_its_initial() {
        assert_eq!(['커', '피', '쌀', 'a'].map(initial), [Some('ㅋ'), Some('ㅍ'), Some('ㅆ'), None]);
    }
}
