//! The sheets: tokens for what is shared, the scale for what lies above, the bundler for layers, no inline style.

use super::finding::Finding;
use super::repo::Repo;
use super::rust::is_name;
use crate::css::without_comments;
use std::collections::{BTreeMap, BTreeSet};

/// A custom property is a token, or declared in the very file that uses it (a component's own knob).
pub fn tokens(repo: &Repo) -> Vec<Finding> {
    let tokens = repo.file("style/tokens.css").map(|file| declared(&file.text)).unwrap_or_default();
    let mut findings = Vec::new();
    for file in repo.below("style/", ".css") {
        let own = declared(&file.text);
        for (line, name) in lines(&file.text).flat_map(|(at, line)| used(&line).into_iter().map(move |name| (at, name))) {
            if !tokens.contains(&name) && !own.contains(&name) {
                findings.push(Finding::new(&file.path, line, format!("`{name}` is not a token: declare it in style/tokens.css")));
            }
        }
    }
    findings
}

/// What lies above what is decided once, in the tokens.
pub fn z_index(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.below("style/", ".css") {
        for (at, line) in lines(&file.text) {
            let values = line.split("z-index:").skip(1).map(|rest| rest.split([';', '}']).next().unwrap_or_default().trim().to_owned());
            let strange = values.filter(|value| !value.contains("var(--") && !["auto", "inherit", "unset"].contains(&value.as_str()));
            findings.extend(strange.map(|value| Finding::new(&file.path, at, format!("z-index {value}: take a token of the scale"))));
        }
    }
    findings
}

/// A file's folder is its layer: the bundler writes `@layer`, the file does not; `@import` would not be bundled.
pub fn layers(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in repo.below("style/", ".css").filter(|file| file.path != "style/index.css") {
        for (at, line) in lines(&file.text).filter(|(_, line)| line.contains("@layer") || line.contains("@import")) {
            findings.push(Finding::new(
                &file.path,
                at,
                format!("remove `{}`: `cargo xtask css` puts each file into its layer", line.trim()),
            ));
        }
    }
    findings
}

/// A class is dressed in one file: two nouns that chose one name would dress each other. Rules for a place or a state stand apart.
pub fn classes(repo: &Repo) -> Vec<Finding> {
    let (mut homes, mut findings) = (BTreeMap::<String, &str>::new(), Vec::new());
    for file in repo.below("style/", ".css") {
        for (at, line) in lines(&file.text) {
            let Some(class) = line.strip_prefix('.').and_then(|rest| rest.trim_end().strip_suffix(" {")) else { continue };
            if !class.chars().all(|letter| is_name(letter) || letter == '-') {
                continue;
            }
            let home = *homes.entry(class.to_owned()).or_insert(&file.path);
            if home != file.path {
                findings.push(Finding::new(
                    &file.path,
                    at,
                    format!("`.{class}` is dressed in {home} already: one of them needs another name"),
                ));
            }
        }
    }
    findings
}

/// The content security policy blocks style attributes, so they would fail only in a browser.
pub fn attributes(repo: &Repo) -> Vec<Finding> {
    let advice = "style attributes are blocked: use a class, a data attribute or `style:name=`";
    let code = repo.rust("src/").flat_map(|(path, rust)| rust.code.lines().enumerate().map(move |(at, line)| (path, at + 1, line)));
    let pages = ["index.html", "studio.html"].into_iter().filter_map(|path| repo.file(path));
    let markup = pages.flat_map(|file| file.text.lines().enumerate().map(|(at, line)| (file.path.as_str(), at + 1, line)));
    let strange = code.chain(markup).filter(|(_, _, line)| line.match_indices("style=").any(|(at, _)| starts_a_word(line, at)));
    strange.map(|(path, line, _)| Finding::new(path, line, advice)).collect()
}

fn starts_a_word(line: &str, at: usize) -> bool {
    line[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || before == '"')
}

fn lines(css: &str) -> impl Iterator<Item = (usize, String)> {
    let bare = without_comments(css);
    bare.lines().map(str::to_owned).enumerate().map(|(at, line)| (at + 1, line)).collect::<Vec<_>>().into_iter()
}

fn used(line: &str) -> Vec<String> {
    line.split("var(").skip(1).map(|rest| property(rest.trim_start())).filter(|name| name.starts_with("--")).collect()
}

fn property(text: &str) -> String {
    text.chars().take_while(|letter| is_name(*letter) || *letter == '-').collect()
}

/// `--name:` and `@property --name`.
fn declared(css: &str) -> BTreeSet<String> {
    let bare = without_comments(css);
    let mut names = BTreeSet::new();
    for (at, _) in bare.match_indices("--").filter(|(at, _)| starts_a_word_in_css(&bare, *at)) {
        let name = property(&bare[at..]);
        if bare[at + name.len()..].trim_start().starts_with(':') || bare[..at].trim_end().ends_with("@property") {
            names.insert(name);
        }
    }
    names
}

fn starts_a_word_in_css(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || matches!(before, '{' | ';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_token_is_found() {
        let repo = Repo::of(&[
            ("style/tokens.css", ":root{--ink: black; --paper: var(--ink)}"),
            ("style/components/a.css", "/* var(--no) */\n.a { --knob: 1; color: var(--ink); width: var(--knob);\n  top: var( --inc, 0) }"),
        ]);
        assert_eq!(tokens(&repo), [Finding::new("style/components/a.css", 3, "`--inc` is not a token: declare it in style/tokens.css")]);
    }

    #[test]
    fn a_free_z_index_and_a_layer_are_found() {
        let repo = Repo::of(&[
            ("style/base.css", "a { z-index: 10; }\nb { z-index: var(--z-toast); }\n@layer base {}"),
            ("style/index.css", "@layer base;"),
        ]);
        assert_eq!(z_index(&repo).iter().map(|finding| finding.line).collect::<Vec<_>>(), [1]);
        assert_eq!(layers(&repo).iter().map(|finding| finding.line).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_class_that_two_files_dress_is_found() {
        let repo = Repo::of(&[
            ("style/components/a.css", ".card {\n}\n.card__name {\n}\n@media print {\n  .page {\n  }\n}\n"),
            ("style/screens/b.css", ".page {\n}\n.page .card {\n}\n.card[data-on] {\n}\n.card {\n}\n.card {\n}\n"),
        ]);
        assert_eq!(classes(&repo).iter().map(|finding| finding.line).collect::<Vec<_>>(), [7, 9]);
    }

    #[test]
    fn a_style_attribute_is_found_and_a_style_property_is_not() {
        let source = "<p style:left=x class=\"a\"/>\n<p style=\"top: 1px\"/>\n<p style=move || x/>\nlet style = 1;\n";
        let repo = Repo::of(&[("src/ui/a.rs", source), ("index.html", "<body style=\"x\">"), ("studio.html", "<body>")]);
        let lines: Vec<_> = attributes(&repo).into_iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [2, 3, 1]);
    }
}
