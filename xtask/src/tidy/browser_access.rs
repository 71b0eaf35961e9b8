//! One fetch, one event stream, and the browser's own API behind `browser/`.

use super::finding::Finding;
use super::repo::Repo;

/// Files beside `browser/` that may name web_sys, each with its reason.
const WEB_SYS_ALLOWED: &[(&str, &str)] =
    &[("src/client.rs", "the abort signal of a request that its page has left"), ("src/live.rs", "the event source and its messages")];

/// Requests leave through `client`, events arrive through `live`.
pub fn fetch(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    let homes: [(&[&str], &[&str], &str); 3] = [
        (&["gloo_net"], &["client", "live"], "send the endpoint through `client`"),
        (&["fetch(", "fetch_with_request", "fetch_with_str"], &["client"], "send the endpoint through `client`, the only fetch"),
        (&["EventSource"], &["live"], "follow the store through `live`, the only event stream"),
    ];
    for (path, rust) in repo.rust("src/") {
        for (names, homes, advice) in homes {
            if !homes.iter().any(|home| belongs(path, home)) {
                let lines = names.iter().flat_map(|name| rust.lines_with(name));
                findings.extend(lines.map(|line| Finding::new(path, line, advice)));
            }
        }
    }
    findings
}

/// web_sys is spoken in `browser/`, which gives the rest of the front end signals and controls, and in `markup/`, which draws.
pub fn web_sys(repo: &Repo) -> Vec<Finding> {
    let allowed = |path: &str| belongs(path, "browser") || belongs(path, "markup") || WEB_SYS_ALLOWED.iter().any(|(file, _)| *file == path);
    let strange = repo.rust("src/").filter(|(path, _)| !allowed(path));
    let advice = "put it behind a `browser/use_…`, or into the list of xtask/src/tidy/browser_access.rs with its reason";
    strange.flat_map(|(path, rust)| rust.lines_with("web_sys").into_iter().map(move |line| Finding::new(path, line, advice))).collect()
}

fn belongs(path: &str, module: &str) -> bool {
    path == format!("src/{module}.rs") || path.starts_with(&format!("src/{module}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_fetch_is_found() {
        let repo = Repo::of(&[
            ("src/client.rs", "use gloo_net::http;\nwindow.fetch(x);"),
            ("src/live.rs", "EventSource::new(x);\nfetch(x);"),
            ("src/product.rs", "prefetch(x);\ngloo_net::http::get(x);\nEventSource::new(x);"),
        ]);
        let found: Vec<_> = fetch(&repo).into_iter().map(|finding| (finding.path, finding.line)).collect();
        assert_eq!(found, [("src/live.rs".to_owned(), 2), ("src/product.rs".to_owned(), 2), ("src/product.rs".to_owned(), 3)]);
    }

    #[test]
    fn web_sys_outside_browser_is_found() {
        let repo = Repo::of(&[("src/browser/camera.rs", "web_sys::window();"), ("src/ui/dialog.rs", "\nweb_sys::window();")]);
        assert_eq!(web_sys(&repo).len(), 1);
        assert_eq!(web_sys(&repo)[0].line, 2);
    }
}
