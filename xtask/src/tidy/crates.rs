//! Which crate may depend on which, read from the manifests.

use super::finding::Finding;
use super::repo::Repo;

/// A member: its manifest, its name, and the members that it may depend on.
const MEMBERS: &[(&str, &str, &[&str])] = &[
    ("crates/domain/Cargo.toml", "domain", &[]),
    ("crates/api/Cargo.toml", "api", &["domain"]),
    ("crates/scanner/Cargo.toml", "scanner", &["domain"]),
    ("crates/markup/Cargo.toml", "markup", &[]),
    ("crates/fixtures/Cargo.toml", "fixtures", &["api", "domain"]),
    ("crates/server/Cargo.toml", "server", &["api", "domain", "fixtures"]),
    ("xtask/Cargo.toml", "xtask", &[]),
    ("Cargo.toml", "vitrine", &["api", "domain", "fixtures", "markup", "scanner"]),
];

/// Tests, and nothing else, may also use the demo shop and the decoder.
const FOR_TESTS: [&str; 2] = ["fixtures", "scanner"];

/// A crate depends only on the crates below it.
pub fn rule(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    let known = |path: &str| MEMBERS.iter().any(|(manifest, ..)| *manifest == path);
    for manifest in repo.below("crates/", "/Cargo.toml").filter(|file| !known(&file.path)) {
        findings.push(Finding::new(
            &manifest.path,
            1,
            "a further crate needs a page in docs/decisions and a line in xtask/src/tidy/crates.rs",
        ));
    }
    for (path, name, allowed) in MEMBERS {
        for (line, section, dependency) in repo.file(path).map(|file| dependencies(&file.text)).unwrap_or_default() {
            let is_member = MEMBERS.iter().any(|(_, member, _)| *member == dependency);
            let for_tests = section == "dev-dependencies" && FOR_TESTS.contains(&dependency.as_str());
            if is_member && !allowed.contains(&dependency.as_str()) && !for_tests {
                findings.push(Finding::new(path, line, format!("`{name}` may not know `{dependency}`; see \"Who may know whom\"")));
            }
        }
    }
    findings
}

/// Line, section and name of every dependency, in `[dependencies]`, `[target.….dependencies]` and `[dependencies.name]`.
pub fn dependencies(manifest: &str) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    let mut section = String::new();
    for (at, line) in manifest.lines().map(str::trim).enumerate() {
        if let Some(header) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = if header.starts_with("workspace") {
                String::new()
            } else {
                header.rsplit_once("'.").map_or(header, |(_, last)| last).to_owned()
            };
            if let Some((kind, name)) = section.clone().split_once('.').filter(|(kind, _)| is_dependencies(kind)) {
                found.push((at + 1, kind.to_owned(), name.to_owned()));
            }
        } else if is_dependencies(&section) && !line.starts_with('#') {
            let name: String = line.chars().take_while(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_')).collect();
            if !name.is_empty() {
                found.push((at + 1, section.clone(), name));
            }
        }
    }
    found
}

fn is_dependencies(section: &str) -> bool {
    ["dependencies", "dev-dependencies", "build-dependencies"].contains(&section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_end_and_the_server_do_not_meet() {
        let repo = Repo::of(&[
            ("Cargo.toml", "[workspace.dependencies]\nserver = 1\n[dependencies]\ndomain.workspace = true\nserver = { path = \"x\" }\n"),
            ("crates/domain/Cargo.toml", "[target.'cfg(unix)'.dependencies]\napi = \"1\"\n[dev-dependencies]\nfixtures = \"1\"\n"),
            ("crates/api/Cargo.toml", "[dependencies.fixtures]\npath = \"x\"\n"),
            ("crates/extra/Cargo.toml", ""),
        ]);
        let found: Vec<_> = rule(&repo).into_iter().map(|finding| (finding.path, finding.line)).collect();
        let expected = [("crates/extra/Cargo.toml", 1), ("crates/domain/Cargo.toml", 2), ("crates/api/Cargo.toml", 1), ("Cargo.toml", 5)];
        assert_eq!(found, expected.map(|(path, line)| (path.to_owned(), line)));
    }
}
