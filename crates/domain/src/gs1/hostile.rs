//! Codes that somebody sticks over a label. Each is refused with a reason, or is a product whose foreign link is named and never opened;
//! none leads anywhere, not even to a page of ours.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

const ESCAPED: &str = "https%3A%2F%2Fshop.example%2Fq%2F7K2M9QXA";

/// Our pages, and paths that try to become one.
const PATHS: [&str; 12] = [
    "",
    "/",
    "/q/7K2M9QXA",
    "/r/abcdefghijklmnop",
    "/h/K3Q9ABCD",
    "/i/2000000000015?q=7K2M9QXA",
    "/01/09506000134352?q=7K2M9QXA",
    "/s/hongdae/p/09506000134352",
    "/../q/7K2M9QXA",
    "/#/shop.example/q/7K2M9QXA",
    "/?next=https://shop.example/q/7K2M9QXA",
    "/r/..%2f..%2fdesk",
];

/// Not ours, though some look so.
const HOSTS: [&str; 34] = [
    "evil.example",
    "shop.example.evil.example",
    "evil-shop.example",
    "www.shop.example",
    "shop.examples",
    "shopexample",
    "shop.example..",
    "shop-example",
    "shop.example:99999",
    "shop.example:",
    "evil.example:443",
    // Other names of this machine, and other ports of it.
    "127.0.0.1",
    "127.0.0.1:8081",
    "127.1:8080",
    "2130706433:8080",
    "0x7f.0.0.1:8080",
    "[::1]:8080",
    "[::ffff:127.0.0.1]:8080",
    "localhost:8080",
    // The host is what stands behind the user's name.
    "shop.example@evil.example",
    "shop.example:443@evil.example",
    "evil.example@shop.example",
    ":@shop.example",
    "shop.example%40evil.example",
    "shop.example%2eevil.example",
    "shop.example%00.evil.example",
    "shop.example\\@evil.example",
    "shop.example\\.evil.example",
    // Letters that look like others.
    "xn--shp-0na.example",
    "XN--SHP-0NA.example",
    "\u{455}hop.example",
    "shop.ex\u{430}mple",
    "\u{ff53}hop.example",
    "shop\u{3002}example",
];

const SCHEMES: [&str; 28] = [
    "javascript",
    "JaVaScRiPt",
    "data",
    "vbscript",
    "file",
    "blob",
    "filesystem",
    "about",
    "view-source",
    "intent",
    "android-app",
    "market",
    "itms-apps",
    "tel",
    "sms",
    "mailto",
    "ftp",
    "ws",
    "wss",
    "geo",
    "bitcoin",
    "otpauth",
    "WIFI",
    "BEGIN",
    "HTTPs",
    "hTTp",
    "httpss",
    "chrome",
];

const SCHEME_BODIES: [&str; 4] =
    ["alert(1)", "//shop.example/q/7K2M9QXA", "//evil.example/01/09506000134352", "text/html,<script>alert(1)</script>"];

/// What browsers take for a link and we do not.
const ALMOST_LINKS: [&str; 20] = [
    "//evil.example/q/7K2M9QXA",
    "//shop.example/q/7K2M9QXA",
    "///shop.example/q/7K2M9QXA",
    "\\\\evil.example\\q\\7K2M9QXA",
    "/\\evil.example/q/7K2M9QXA",
    "/q/7K2M9QXA",
    "/r/abcdefghijklmnop",
    "/r/../desk",
    "../q/7K2M9QXA",
    "?q=7K2M9QXA",
    "#/q/7K2M9QXA",
    "https:/shop.example/q/7K2M9QXA",
    "https:shop.example/q/7K2M9QXA",
    "https:///shop.example/q/7K2M9QXA",
    "https:\\\\shop.example\\q\\7K2M9QXA",
    "https://\\shop.example/q/7K2M9QXA",
    "https ://shop.example/q/7K2M9QXA",
    "shop.example/q/7K2M9QXA",
    "evil.example",
    ESCAPED,
];

/// On our own host, but no page that a label leads to.
const OWN_PATHS: [&str; 40] = [
    "/desk",
    "/studio",
    "/admin",
    "/r/",
    "/r/.",
    "/r/..",
    "/r/%2e%2e",
    "/r/%252e%252e",
    "/r/../desk",
    "/r/a/../../desk",
    "/r/a%2fb",
    "/r/a%5cb",
    "/r/a%00b",
    "/r/a%0d%0ab",
    "/r/%3cscript%3e",
    "/r/javascript:alert(1)",
    "/r/a%3fnext=x",
    "/r/한글",
    "/r/a b",
    "/r/a\\b",
    "/h/..",
    "/h/%2e",
    "/h/a%2fb",
    "/h/%20",
    "/i/..",
    "/i/a%2fb",
    "/i/",
    "/q/",
    "/q/..",
    "/q/7K2M9QX",
    "/q/7K2M9QXAA",
    "/q/7K2M9QX%00",
    "/q/%3cscript%3e",
    "/q/7K2M9QXA/",
    "//q/7K2M9QXA",
    "/Q/7K2M9QXA",
    "/q%2f7K2M9QXA",
    "/%71/7K2M9QXA",
    "/%30%31/09506000134352",
    "/s/../p/..",
];

/// Characters that are not seen, or turn the writing round.
const UNSEEN: [char; 14] =
    ['\0', '\u{1}', '\t', '\n', '\r', '\u{1b}', '\u{7f}', '\u{ad}', '\u{200b}', '\u{200f}', '\u{202e}', '\u{2066}', '\u{2028}', '\u{feff}'];

fn codes() -> BTreeSet<String> {
    let elsewhere = HOSTS.iter().flat_map(|host| PATHS.map(|path| format!("https://{host}{path}")));
    // An empty port is the scheme's own: that host is ours.
    let elsewhere = elsewhere.filter(|code| !code.starts_with("https://shop.example:/"));
    let schemes = SCHEMES.iter().flat_map(|scheme| SCHEME_BODIES.map(|body| format!("{scheme}:{body}")));
    let own = OWN_PATHS.iter().map(|path| format!("https://shop.example{path}"));
    let unseen = UNSEEN.iter().flat_map(|unseen| {
        [
            format!("880123{unseen}4567893"),
            format!("https://shop{unseen}.example/q/7K2M9QXA"),
            format!("https://shop.example/q/7K2M{unseen}9QXA"),
            format!("java{unseen}script:alert(1)"),
            format!("https:{unseen}//shop.example/q/7K2M9QXA"),
        ]
    });
    let long = [4_097, 5_000, 100_000].into_iter().flat_map(|length| {
        let many = "1".repeat(length);
        [
            many.clone(),
            format!("https://shop.example/r/{many}"),
            format!("https://shop.example/q/7K2M9QXA?x={many}"),
            format!("]C101{many}"),
        ]
    });
    let long_word = [129, 300].map(|length| format!("https://shop.example/r/{}", "a".repeat(length)));
    elsewhere.chain(schemes).chain(ALMOST_LINKS.map(str::to_owned)).chain(own).chain(unseen).chain(long).chain(long_word).collect()
}

#[test]
fn no_hostile_code_leads_anywhere() {
    let hosts = Hosts { own: vec!["shop.example".into(), "127.0.0.1:8080".into()], trusted: vec![] };
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    let codes = codes();
    assert!(codes.len() >= 500, "{}", codes.len());
    for code in &codes {
        let reason = match parse(code, None, &hosts) {
            Err(error) => {
                assert!(!error.to_string().is_empty());
                error.code()
            }
            Ok(Scanned::Product { foreign_host: Some(host), slot: None, .. }) => {
                assert!(host != "shop.example" && code.to_lowercase().contains(&host), "{code:?}: {host}");
                "a product, its link named"
            }
            Ok(found) => panic!("{code:?}: {found:?}"),
        };
        *reasons.entry(reason).or_default() += 1;
    }
    println!("{} hostile codes: {reasons:?}", codes.len());
    assert!(reasons.len() >= 10, "each for its own reason");
}
