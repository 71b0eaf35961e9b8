//! What a person reads stands in locales/, in every language; the sign of a sentence in the code is Hangul.

use super::finding::Finding;
use super::repo::Repo;

/// No Korean text in the front end or the server. Comments, tests and the demo shop may hold examples.
pub fn rule(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for folder in ["src/", "crates/server/src/"] {
        for (path, rust) in repo.rust(folder) {
            let in_code = rust.code.lines().enumerate().filter(|(_, line)| has_hangul(line)).map(|(at, _)| at + 1);
            let in_text = rust.literals.iter().filter(|(_, literal)| has_hangul(literal)).map(|(line, _)| *line);
            let advice = "move the words into locales/ko and locales/en and name their key";
            findings.extend(in_code.chain(in_text).map(|line| Finding::new(path, line, advice)));
        }
    }
    findings
}

fn has_hangul(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_korean_sentence_in_the_code_is_found() {
        let repo = Repo::of(&[
            ("src/app.rs", "// 온마루\nlet a = \"재고 없음\";\nview! { <p>품절</p> }\n#[cfg(test)]\nmod t { \"온\" }"),
            ("crates/fixtures/src/lib.rs", "\"온마루\""),
        ]);
        let mut lines: Vec<_> = rule(&repo).into_iter().map(|finding| finding.line).collect();
        lines.sort();
        assert_eq!(lines, [2, 3]);
    }
}
