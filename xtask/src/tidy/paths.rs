//! No path literal outside crates/api, and route.rs for the pages of the front end.

use super::finding::Finding;
use super::repo::Repo;
use std::collections::BTreeSet;

const ADVICE: &str = "name the endpoint or page of crates/api (in the front end: `route`) instead of writing its path";

/// Paths have one home.
pub fn rule(repo: &Repo) -> Vec<Finding> {
    let pages = page_segments(repo);
    let mut findings = Vec::new();
    for folder in ["src/", "crates/"] {
        for (path, rust) in repo.rust(folder).filter(|(path, _)| !is_home(path)) {
            let strange = |literal: &str| match folder {
                // Every path in the front end is a page or an endpoint, but for files of the build itself.
                "src/" => is_path(literal) && !literal.starts_with("/assets/") && !literal.ends_with(".rs"),
                // The server also has paths that are no page: health, media, assets.
                _ => {
                    literal.starts_with("/api/")
                        || is_path(literal) && pages.contains(segment(literal)) && path.starts_with("crates/server/")
                }
            };
            let found = rust.literals.iter().filter(|(_, literal)| strange(literal));
            findings.extend(found.map(|(line, literal)| Finding::new(path, *line, format!("\"{literal}\": {ADVICE}"))));
        }
    }
    findings
}

fn is_home(path: &str) -> bool {
    path.starts_with("crates/api/") || path == "src/route.rs" || path.starts_with("src/route/")
}

fn is_path(literal: &str) -> bool {
    let mut letters = literal.chars();
    letters.next() == Some('/') && letters.next().is_some_and(|second| second.is_ascii_alphanumeric() || matches!(second, '{' | ':'))
}

fn segment(literal: &str) -> &str {
    literal.trim_start_matches('/').split(['/', '?']).next().unwrap_or_default()
}

/// The first segments of the page paths that crates/api declares.
fn page_segments(repo: &Repo) -> BTreeSet<&str> {
    let literals = repo.rust("crates/api/").flat_map(|(_, rust)| &rust.literals);
    let pages = literals.map(|(_, literal)| literal.as_str()).filter(|literal| is_path(literal) && !literal.starts_with("/api"));
    pages.map(segment).filter(|segment| !segment.starts_with(['{', ':'])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_outside_its_home_is_found() {
        let repo = Repo::of(&[
            ("crates/api/src/page.rs", "pub const DESK: &str = \"/desk/{tab}\";\npub const GET: &str = \"/api/v1/stores\";"),
            ("crates/server/src/routes.rs", "(\"/livez\", \"/desk\");\n\"/api/v1/x\";\n\"and/or\";"),
            ("crates/server/tests/a.rs", "\"/api/v1/x\""),
            ("src/route.rs", "\"/01/{gtin}\""),
            ("src/app.rs", "// \"/desk\"\nlet (a, b, c) = (\"/\", \"/assets/x.svg\", \"a/b\");\nview! { <a href=\"/help\">x</a> }"),
        ]);
        let found: Vec<_> = rule(&repo).into_iter().map(|finding| (finding.path, finding.line)).collect();
        let expected = [("src/app.rs", 3), ("crates/server/src/routes.rs", 1), ("crates/server/src/routes.rs", 2)];
        assert_eq!(found, expected.map(|(path, line)| (path.to_owned(), line)));
    }
}
