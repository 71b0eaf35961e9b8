//! What a page may do: scripts of ours only, and the inline one that starts it by its hash (a nonce of each reply would
//! fight entity tags and the service worker).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The policy for a page, from the inline scripts that it has.
pub(super) fn policy(html: &str) -> String {
    let hashes: String = inline_scripts(html).map(|script| format!(" '{}'", hash_of(script))).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    )
}

/// A hash as a policy writes it: `sha256-…`.
pub(crate) fn hash_of(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// Contents of scripts without `src` that run. Data blocks (JSON-LD) need no leave.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (content, _) = rest.split_once("</script>")?;
        let runs = !attributes.contains("src=") && !attributes.contains("json");
        runs.then_some(content)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_the_inline_script_and_no_other() {
        let html = "<script type=\"module\">\nstart()\n</script><script src=\"/a.js\"></script>\
                    <script type=\"application/ld+json\">{}</script>";
        assert_eq!(inline_scripts(html).collect::<Vec<_>>(), ["\nstart()\n"]);
        let policy = policy(html);
        assert_eq!(policy.matches("sha256-").count(), 1);
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    }

    #[test]
    fn the_hash_is_the_one_that_browsers_make() {
        // The example of CSP3 §8.3: sha256 of `alert('Hello, world.');`.
        assert_eq!(hash_of("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }
}
