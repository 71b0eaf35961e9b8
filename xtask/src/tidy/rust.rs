//! Rust text with what is not program taken out, so that a comment or a test does not set off a rule about code.

use super::lexer;

/// A Rust file, seen as code and as its string literals. Lines keep their numbers.
pub struct Rust {
    /// Without comments, test modules and what stands inside quotes.
    pub code: String,
    /// Every string literal with its line, outside test modules and comments.
    pub literals: Vec<(usize, String)>,
}

impl Rust {
    /// Reads a file.
    pub fn read(source: &str) -> Self {
        let (mut code, mut literals) = lexer::read(source);
        while let Some(span) = test_span(&code) {
            let line = |at: usize| code[..at].matches('\n').count() + 1;
            let lines = line(span.start)..=line(span.end);
            literals.retain(|(line, _)| !lines.contains(line));
            let blank: String = code[span.clone()].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }).collect();
            code.replace_range(span, &blank);
        }
        Self { code, literals }
    }

    /// The lines where a name or a piece of code occurs; `rand` is not found in `random`.
    pub fn lines_with(&self, needle: &str) -> Vec<usize> {
        places(&self.code, needle).map(|at| self.line_of(at)).collect()
    }

    /// The line of a byte of the code.
    pub fn line_of(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }
}

/// Where a needle stands in a text, not as a part of a longer name.
pub fn places<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    let joins = |one: Option<char>, two: Option<char>| one.is_some_and(is_name) && two.is_some_and(is_name);
    text.match_indices(needle).map(|(at, _)| at).filter(move |at| {
        let (before, after) = (text[..*at].chars().next_back(), text[at + needle.len()..].chars().next());
        !joins(before, needle.chars().next()) && !joins(needle.chars().next_back(), after)
    })
}

/// Whether a letter can be part of a name.
pub fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The next item under `#[cfg(test)]` in code without strings and comments, where brackets can be trusted.
fn test_span(code: &str) -> Option<std::ops::Range<usize>> {
    let start = code.find("#[cfg(test)]").or_else(|| code.find("#[cfg(all(test"))?;
    let (mut depth, mut end) = (0_i32, code.len());
    for (at, letter) in code[start..].char_indices() {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth == 0 && matches!(letter, '}' | ';') {
            end = start + at + 1;
            break;
        }
    }
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_strings_and_tests_are_not_code() {
        let source = "// rand\nlet a = \"rand \\\" x\"; /* rand /* */ rand */ let b = 'r';\nfn f<'a>(c: &'a str) {}\n\
                      #[cfg(test)]\nmod tests {\n  fn g() { \"in a test\"; rand() }\n}\nlet r = br#\"raw \"rand\" \"#; let q = '\\''; rand();\n";
        let rust = Rust::read(source);
        assert_eq!(rust.lines_with("rand"), [8]);
        assert_eq!(rust.literals, [(2, "rand \\\" x".to_owned()), (8, "raw \"rand\" ".to_owned())]);
        assert_eq!(rust.code.lines().count(), source.lines().count());
    }

    #[test]
    fn a_name_is_not_found_in_a_longer_one() {
        let rust = Rust::read("use random; operand; rand::rng(); r#rand;");
        assert_eq!(rust.lines_with("rand"), [1, 1]);
    }
}
