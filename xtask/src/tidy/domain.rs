//! `domain` decides; it does not look at the clock, roll dice, or know a browser or a network.

use super::crates::dependencies;
use super::finding::Finding;
use super::repo::Repo;

const FORBIDDEN: &[&str] = &[
    "SystemTime::now",
    "Instant::now",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "rand",
    "getrandom",
    "leptos",
    "http",
    "web_sys",
    "js_sys",
    "tokio",
    "sqlx",
    "axum",
];

/// The pure crate stays pure, in its code and in its manifest.
pub fn rule(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, rust) in repo.rust("crates/domain/src/") {
        for name in FORBIDDEN {
            // As a path or an import: `rand::rng()`, `use http;`. A field called `http` is nobody's business.
            let pieces = if name.contains(':') { vec![(*name).to_owned()] } else { vec![format!("{name}::"), format!("use {name};")] };
            let lines = pieces.iter().flat_map(|piece| rust.lines_with(piece));
            findings.extend(lines.map(|line| {
                Finding::new(path, line, format!("`{name}` has no place in domain: take the time, id or value as an argument"))
            }));
        }
    }
    let manifest = "crates/domain/Cargo.toml";
    for (line, section, name) in repo.file(manifest).map(|file| dependencies(&file.text)).unwrap_or_default() {
        if section == "dependencies" && FORBIDDEN.contains(&name.replace('-', "_").as_str()) {
            findings.push(Finding::new(manifest, line, format!("`{name}` has no place in domain")));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_or_dice_are_found() {
        let source = "let now = std::time::Instant::now();\nlet random = rand::rng();\nlet http = 1;\nfn at(now: SystemTime) {}";
        let repo = Repo::of(&[
            ("crates/domain/src/hold.rs", source),
            ("crates/domain/Cargo.toml", "[dependencies]\nserde = \"1\"\nrand = \"1\"\n[dev-dependencies]\nrand = \"1\"\n"),
        ]);
        let lines: Vec<_> = rule(&repo).into_iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [1, 2, 3]);
    }
}
