//! Every language says everything: the same keys, the same blanks to fill, no empty sentence.

use super::finding::Finding;
use super::repo::{Repo, Source};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The others are compared with this one.
const REFERENCE: &str = "locales/ko/";

/// The languages match, file by file and key by key.
pub fn rule(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    let languages: BTreeSet<&str> = repo.below("locales/", ".json").filter_map(|file| folder(&file.path)).collect();
    let names: BTreeSet<&str> = repo.below("locales/", ".json").filter_map(|file| Some(&file.path[folder(&file.path)?.len()..])).collect();
    for name in names {
        let reference = texts(repo, REFERENCE, name, &mut findings);
        for language in languages.iter().filter(|language| **language != REFERENCE) {
            let other = texts(repo, language, name, &mut findings);
            compare((REFERENCE, &reference), (language, &other), name, repo, &mut findings);
        }
    }
    findings
}

type Texts = BTreeMap<String, String>;

fn folder(path: &str) -> Option<&str> {
    let language = path.strip_prefix("locales/")?.split_once('/')?.0;
    Some(&path[.."locales/".len() + language.len() + 1])
}

fn compare(one: (&str, &Texts), other: (&str, &Texts), name: &str, repo: &Repo, findings: &mut Vec<Finding>) {
    for ((here, mine), (there, theirs)) in [(one, other), (other, one)] {
        for key in theirs.keys().filter(|key| !mine.contains_key(*key)) {
            findings.push(Finding::new(&format!("{here}{name}"), 1, format!("`{key}` is missing; {there}{name} has it")));
        }
    }
    for (key, text) in other.1 {
        if let Some(reference) = one.1.get(key).filter(|reference| blanks(reference) != blanks(text)) {
            let path = format!("{}{name}", other.0);
            let line = repo.file(&path).map_or(1, |file| line_of(file, key));
            findings.push(Finding::new(
                &path,
                line,
                format!("`{key}` fills {:?}, but {}{name} fills {:?}", blanks(text), one.0, blanks(reference)),
            ));
        }
    }
}

fn texts(repo: &Repo, language: &str, name: &str, findings: &mut Vec<Finding>) -> Texts {
    let path = format!("{language}{name}");
    let mut texts = Texts::new();
    let Some(file) = repo.file(&path) else { return texts };
    match serde_json::from_str(&file.text) {
        Ok(value) => flatten("", &value, &mut texts),
        Err(error) => findings.push(Finding::new(&path, error.line(), format!("is not JSON: {error}"))),
    }
    for (key, _) in texts.iter().filter(|(_, text)| text.trim().is_empty()) {
        findings.push(Finding::new(&path, line_of(file, key), format!("`{key}` is empty")));
    }
    texts
}

fn flatten(prefix: &str, value: &Value, texts: &mut Texts) {
    let mut below = |key: &str, value| flatten(&if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") }, value, texts);
    match value {
        Value::Object(entries) => entries.iter().for_each(|(key, value)| below(key, value)),
        Value::Array(values) => values.iter().enumerate().for_each(|(at, value)| below(&at.to_string(), value)),
        Value::String(text) => drop(texts.insert(prefix.to_owned(), text.clone())),
        other => drop(texts.insert(prefix.to_owned(), other.to_string())),
    }
}

/// The names between `{{` and `}}`, without a formatter.
fn blanks(text: &str) -> BTreeSet<&str> {
    let inside = text.split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
    inside.map(|blank| blank.split(',').next().unwrap_or_default().trim()).collect()
}

/// The line of the key's last part; the first of that name where several stand.
fn line_of(file: &Source, key: &str) -> usize {
    let quoted = format!("\"{}\"", key.rsplit('.').next().unwrap_or_default());
    file.text.lines().position(|line| line.contains(&quoted)).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_an_empty_and_a_differing_sentence_are_found() {
        let repo = Repo::of(&[
            ("locales/ko/shop.json", "{\n \"a\": { \"b\": \"{{ n }}개\" },\n \"c\": \"가\",\n \"only\": \"나\"\n}"),
            ("locales/en/shop.json", "{\n \"a\": { \"b\": \"{{ count }} pieces\" },\n \"c\": \" \"\n}"),
            ("locales/en/desk.json", "{ \"x\": \"y\" }"),
        ]);
        let found: Vec<_> = rule(&repo).into_iter().map(|finding| (finding.path, finding.line)).collect();
        let expected = [("locales/ko/desk.json", 1), ("locales/en/shop.json", 3), ("locales/en/shop.json", 1), ("locales/en/shop.json", 2)];
        assert_eq!(found, expected.map(|(path, line)| (path.to_owned(), line)));
    }

    #[test]
    fn the_order_of_blanks_is_free() {
        assert_eq!(blanks("{{ a }} of {{b, number}}"), blanks("{{ b }}/{{a}}"));
    }
}
