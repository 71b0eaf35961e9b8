//! Text as it may stand on a screen: composed, trimmed, without what nobody can see.

use unicode_normalization::UnicodeNormalization;

/// One line: every run of blanks is one blank.
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfc().filter_map(shown) {
        match letter {
            ' ' | '\n' if out.is_empty() || out.ends_with(' ') => {}
            ' ' | '\n' => out.push(' '),
            other => out.push(other),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Lines stay lines; each is trimmed, and there is at most one empty line in a row.
pub fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for text in text.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(line) {
        if text.is_empty() && (out.is_empty() || out.ends_with("\n\n")) {
            continue;
        }
        out.push_str(&text);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

/// At most so many characters; whether any were lost.
pub fn cut(text: &mut String, at_most: usize) -> bool {
    let end = text.char_indices().nth(at_most).map(|(end, _)| end);
    if let Some(end) = end {
        text.truncate(end);
        text.truncate(text.trim_end().len());
    }
    end.is_some()
}

/// Every kind of blank is a blank or a line's end; control characters, byte order marks and what turns the writing direction of
/// everything after it are nothing. The marks that a right-to-left name needs stay.
fn shown(letter: char) -> Option<char> {
    match letter {
        '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
        '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        blank if blank.is_whitespace() => Some(' '),
        control if control.is_control() => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blanks_are_trimmed_and_what_nobody_sees_goes() {
        for (text, expected) in [
            ("  cream  cheese ", "cream cheese"),
            ("a\0b\u{7}c", "abc"),
            ("\u{feff}상품명", "상품명"),
            ("a\u{a0}\u{3000}b", "a b"),
            ("머그\r\n컵", "머그 컵"),
            ("קפה\u{200f} שחור", "קפה\u{200f} שחור"),
            ("safe\u{202e}gpj.exe", "safegpj.exe"),
            ("머\u{1100}\u{1173}", "머그"),
        ] {
            assert_eq!(line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(lines("\r\n one \r\n\r\n\r\n\r\n two\tthree \rfour\n"), "one\n\ntwo three\nfour");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let mut text = "가나다 라".to_owned();
        assert!(!cut(&mut text, 5));
        assert!(cut(&mut text, 4));
        assert_eq!(text, "가나다");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "\\PC*|[ \\t\\r\\n\\x00a-c가-나]*") {
            prop_assert_eq!(line(&line(&text)), line(&text));
            prop_assert_eq!(lines(&lines(&text)), lines(&text));
        }
    }
}
