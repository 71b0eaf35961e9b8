//! Who may know whom inside the front end: app → features → the parts below. Features meet only through `route`.

use super::finding::Finding;
use super::repo::Repo;
use super::rust::{Rust, is_name, places};

const FEATURES: &[&str] = &["product", "call", "compare", "list", "browse", "map", "reserve", "scan", "kiosk", "studio", "desk"];
/// What features stand on. `ui` is among them but knows less than the others.
const GROUND: &[&str] =
    &["client", "load", "message", "missing", "live", "session", "route", "browser", "ui", "i18n", "markup", "signal", "prelude"];
/// What stands on features.
const ROOF: &[&str] = &["app", "preview"];
/// A component shows what it is given: it neither loads, nor knows where it stands, nor who looks.
const NOT_IN_UI: &[&str] = &["client", "route", "session", "live"];

/// Each module uses only modules below it.
pub fn rule(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, rust) in repo.rust("src/").filter(|(path, _)| !path.starts_with("src/bin/") && *path != "src/lib.rs") {
        let module = module_of(path);
        let top = module.first().copied().unwrap_or_default();
        if ![FEATURES, GROUND, ROOF].iter().any(|layer| layer.contains(&top)) {
            findings.push(Finding::new(path, 1, format!("say in xtask/src/tidy/layers.rs which layer `{top}` belongs to")));
        }
        for (line, used) in uses(rust, &module) {
            if let Some(reason) = refusal(top, &used) {
                findings.push(Finding::new(path, line, format!("`{top}` uses `{used}`: {reason}")));
            }
        }
    }
    findings
}

fn refusal(top: &str, used: &str) -> Option<&'static str> {
    let below_roof = !ROOF.contains(&top);
    if top == "ui" && NOT_IN_UI.contains(&used) {
        return Some("hand the component what it shows, or a callback");
    }
    if FEATURES.contains(&top) && FEATURES.contains(&used) && top != used {
        return Some("features meet through `route`; move what they share into `ui` or `domain`");
    }
    if GROUND.contains(&top) && FEATURES.contains(&used) {
        return Some("what features stand on does not know them");
    }
    (below_roof && ROOF.contains(&used)).then_some("only the entries know `app` and `preview`")
}

/// `src/product/gallery.rs` is `product`, `gallery`.
fn module_of(path: &str) -> Vec<&str> {
    path.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect()
}

/// The top-level modules that a file names, by `crate::…` or by climbing with `super::`, braces included.
fn uses(rust: &Rust, module: &[&str]) -> Vec<(usize, String)> {
    let mut used = Vec::new();
    let mut collect = |at: usize, rest: &str| names(rest).into_iter().for_each(|name| used.push((rust.line_of(at), name)));
    for at in places(&rust.code, "crate::") {
        collect(at, &rust.code[at + "crate::".len()..]);
    }
    let climb = "super::".repeat(module.len());
    for at in places(&rust.code, &climb) {
        collect(at, &rust.code[at + climb.len()..]);
    }
    used
}

/// The first names after a path: one, or those of a brace group at its own depth.
fn names(rest: &str) -> Vec<String> {
    let first = |text: &str| text.trim_start().chars().take_while(|letter| is_name(*letter)).collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![first(rest)] };
    let (mut depth, mut found) = (0, vec![first(group)]);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => found.push(first(&group[at + 1..])),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, source: &str) -> Vec<usize> {
        rule(&Repo::of(&[(path, source)])).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn a_feature_does_not_use_a_feature() {
        assert_eq!(lines("src/product.rs", "use crate::ui::Button;\nuse crate::map::Floor;\n"), [2]);
        assert_eq!(lines("src/product/gallery.rs", "use crate::{\n  ui::{Map, map},\n  product, reserve::Form,\n};\n"), [1]);
        assert_eq!(lines("src/product/gallery.rs", "use super::part;\nuse super::super::browse;\n"), [2]);
        assert_eq!(lines("src/browse.rs", "super::studio::open();"), [1]);
    }

    #[test]
    fn ui_and_the_ground_know_nothing_above_them() {
        assert_eq!(lines("src/ui/button.rs", "use crate::route::Route;"), [1]);
        assert_eq!(lines("src/client.rs", "use crate::session;\nuse crate::desk::Queue;"), [2]);
        assert_eq!(lines("src/desk.rs", "use crate::app::App;"), [1]);
        assert!(lines("src/app.rs", "use crate::{desk, product, client};").is_empty());
    }

    #[test]
    fn a_module_has_a_layer() {
        assert_eq!(lines("src/helpers.rs", ""), [1]);
    }
}
