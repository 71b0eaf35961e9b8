//! What a text is written in, by its letters.

use crate::Language;

/// Korean by Hangul, Japanese by kana, Chinese by Han letters alone; anything else is in `usual`, for Latin letters do not tell.
pub fn guess(text: &str, usual: Language) -> Language {
    by_script(text).unwrap_or(usual)
}

/// As [`guess`], `None` where the letters do not tell.
pub fn by_script(text: &str) -> Option<Language> {
    let (mut letters, mut hangul, mut kana, mut han) = (0u32, 0u32, 0u32, 0u32);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()).take(2000) {
        letters += 1;
        match letter {
            '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            '\u{3041}'..='\u{30ff}' => kana += 1,
            '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => han += 1,
            _ => {}
        }
    }
    // A syllable says as much as three Latin letters: "LED 조명 블랙" is Korean.
    let is_share = |count: u32| count > 0 && count * 6 >= letters;
    let code = |text: &str| text.parse().ok();
    match () {
        () if is_share(hangul) => Some(Language::KO),
        () if is_share(kana) => code("ja"),
        () if is_share(han) && kana == 0 => code("zh"),
        () => None,
    }
}

/// The language of `de`, `de-AT`, `ko_KR`, `Korean`, `한국어`.
pub fn read(said: &str) -> Option<Language> {
    let lower = said.trim().to_lowercase();
    match lower.as_str() {
        "korean" | "한국어" | "kor" => return Some(Language::KO),
        "english" | "영어" | "eng" => return Some(Language::EN),
        _ => {}
    }
    lower.split(['-', '_']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language_where_they_can() {
        for (text, expected) in [
            ("따뜻한 니트", "ko"),
            ("LED 조명 블랙", "ko"),
            ("ㅋㅋㅋ", "ko"),
            ("Warm knit", "en"),
            ("コーヒーミル", "ja"),
            ("珈琲を挽く", "ja"),
            ("咖啡研磨机", "zh"),
            ("A very long English sentence about the word 정", "en"),
            ("123 !!", "en"),
            ("", "en"),
        ] {
            assert_eq!(guess(text, Language::EN).as_str(), expected, "{text}");
        }
        assert_eq!(guess("bb", Language::KO), Language::KO);
    }

    #[test]
    fn a_language_is_read_from_a_locale() {
        for (said, expected) in
            [("de", Some("de")), ("de-AT", Some("de")), ("KO_kr", Some("ko")), ("한국어", Some("ko")), ("default", None)]
        {
            assert_eq!(read(said).map(|language| language.to_string()).as_deref(), expected, "{said}");
        }
    }
}
