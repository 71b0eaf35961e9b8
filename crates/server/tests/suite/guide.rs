//! `docs/api.md` as somebody follows it: every block of commands is run by a shell and the real curl, against the real binary on a
//! fresh database.

use crate::process::{demo, serve};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const PAGE: &str = include_str!("../../../../docs/api.md");

/// Blocks of commands, without those lines that stand for something (`…`).
fn blocks() -> Vec<String> {
    let mut blocks = Vec::new();
    for block in PAGE.split("```sh\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        blocks.push(block.lines().filter(|line| !line.contains("-…")).collect::<Vec<_>>().join("\n"));
    }
    blocks
}

fn is_there(program: &str) -> bool {
    Command::new(program).arg("version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Runs a script; what it prints.
fn shell(script: &str, data: &Path) -> String {
    let binary = env!("CARGO_BIN_EXE_vitrine");
    // Not every machine has uuidgen.
    let before = format!("set -e\nvitrine() {{ '{binary}' \"$@\"; }}\nuuidgen() {{ cat /proc/sys/kernel/random/uuid; }}\n");
    let script = format!("{before}{script}").replace("/var/lib/vitrine", &data.display().to_string());
    let output = Command::new("sh").args(["-c", &script]).output().expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}\n{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_command_of_the_page_does_what_it_says() {
    if !is_there("curl") {
        eprintln!("skipped: curl is not installed");
        return;
    }
    let data = TempDir::new().expect("a folder");
    demo(data.path()).await;
    let (_served, base) = serve(data.path());
    let blocks = blocks();
    let made = shell(&blocks[0], data.path());
    let key = made.lines().next().expect("a key").to_owned();
    assert!(key.starts_with("vk_") && made.contains("\tTill\topen\t"), "{made}");
    let definitions = blocks.iter().find(|block| block.contains("push()")).expect("how to push");
    let definitions = definitions.replace("http://127.0.0.1:8080", &base).replace("key=vk_…", &format!("key={key}"));
    let mut pushed = 0;
    for block in blocks.iter().filter(|block| block.starts_with("push ")) {
        let said = shell(&format!("{definitions}\n{block}"), data.path());
        let batch: Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{block}\n{error}: {said}"));
        let items = batch["items"].as_array().unwrap_or_else(|| panic!("{block}\n{said}"));
        let is_taken = |item: &Value| {
            ["made", "changed"].contains(&item["outcome"].as_str().unwrap_or_default()) && item["flags"] == serde_json::json!([])
        };
        assert!(!items.is_empty() && items.iter().all(is_taken), "{block}\n{said}");
        pushed += 1;
    }
    assert_eq!(pushed, PAGE.matches("\npush ").count(), "every one was run");
    assert!(pushed >= 5);
}

#[test]
fn a_signature_is_checked_as_the_page_says() {
    if !is_there("openssl") {
        eprintln!("skipped: openssl is not installed");
        return;
    }
    let blocks = blocks();
    let check = blocks.iter().find(|block| block.contains("openssl")).expect("how to check");
    let (secret, timestamp, body) = ("whsec_0123", 1_795_583_520, r#"{"event":"stock.changed"}"#);
    let said = shell(&format!("secret={secret} timestamp={timestamp} body='{body}'\n{check}"), Path::new("/nowhere"));
    assert_eq!(said.trim(), server::webhook::signature(secret, timestamp, body));
}
