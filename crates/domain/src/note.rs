//! What somebody who works here says of a product.

/// Characters in each language.
pub const LONGEST: usize = 140;

/// The words as they are kept: one line, without blanks around them. `None` where they are too long.
pub fn plain(words: &str) -> Option<String> {
    let words = words.split(|letter: char| letter.is_whitespace() || letter.is_control()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    (line.chars().count() <= LONGEST).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_one_line_of_plain_text() {
        assert_eq!(plain("  runs half\n a size\u{7} small "), Some("runs half a size small".to_owned()));
        assert_eq!(plain(" "), Some(String::new()));
        assert_eq!(plain(&"가".repeat(140)).map(|words| words.chars().count()), Some(140));
        assert_eq!(plain(&"가".repeat(141)), None);
    }
}
