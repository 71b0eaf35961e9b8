//! Words in cells that stand for values, in English and Korean.

use super::plain_name;

/// Yes or no, as software and people write it; `None` for anything else.
pub fn yes(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "1" | "true" | "yes" | "y" | "active" | "enabled" | "published" | "listed" | "on" | "예" | "네" | "판매중" | "판매" | "진열"
        | "진열함" => Some(true),
        // Magento's `product_online` is 1 or 2.
        "0" | "2" | "false" | "no" | "n" | "inactive" | "disabled" | "draft" | "archived" | "unlisted" | "off" | "아니오" | "판매중지"
        | "판매안함" | "미진열" | "진열안함" | "단종" => Some(false),
        _ => None,
    }
}

/// How it fits: a number from -2 (much too small) to 2 (much too large), or words.
pub fn fit(text: &str) -> Option<i8> {
    match text.trim().to_lowercase().as_str() {
        "runs small" | "small" | "작아요" | "작음" => Some(-1),
        "true to size" | "perfect" | "정사이즈" | "잘 맞아요" => Some(0),
        "runs large" | "large" | "커요" | "큼" => Some(1),
        other => other.parse().ok().filter(|fit| (-2..=2).contains(fit)),
    }
}

/// Whether a shop's own option is the colour.
pub fn is_colour(option: &str) -> bool {
    ["color", "colour", "colors", "색상", "색", "컬러"].contains(&plain_name(option).as_str())
}

/// A day with hyphens where it is written in words: `2025년 4월 30일` is `2025-4-30`.
pub fn plain_day(text: &str) -> String {
    text.replace(['년', '월'], "-").replace('일', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_values_in_both_languages() {
        for (text, expected) in [("TRUE", Some(true)), ("판매중", Some(true)), ("2", Some(false)), ("단종", Some(false)), ("maybe", None)]
        {
            assert_eq!(yes(text), expected, "{text}");
        }
        for (text, expected) in [("작아요", Some(-1)), ("True to size", Some(0)), ("2", Some(2)), ("3", None)] {
            assert_eq!(fit(text), expected, "{text}");
        }
        assert!(is_colour("Color") && is_colour("색상") && !is_colour("Size"));
        assert_eq!(plain_day("2025년4월30일"), "2025-4-30");
    }
}
