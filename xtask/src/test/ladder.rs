//! The steps, in the order in which a mistake is cheapest to find.

use super::counts::Counts;
use super::log::Log;
use crate::postgres::Postgres;
use crate::tools::{Tools, node};
use crate::{apt, project, server};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// One step of the proof.
pub struct Step {
    /// For `--only`, `--skip` and the log's name.
    pub name: &'static str,
    /// Said when it starts.
    pub what: &'static str,
    /// Steps without which this one is pointless.
    pub needs: &'static [&'static str],
    /// Does it. An error is a failure with a sentence.
    pub run: fn(&mut Log) -> Result<Counts>,
}

/// All steps.
pub const LADDER: &[Step] = &[
    Step { name: "fmt", what: "formatting", needs: &[], run: fmt },
    Step { name: "clippy", what: "lints of everything native", needs: &[], run: clippy },
    Step { name: "clippy-front", what: "lints of the front end", needs: &[], run: clippy_front },
    Step { name: "tidy", what: "the rules of docs/architecture.md", needs: &[], run: tidy },
    Step { name: "rust", what: "unit, property, endpoint and conformance tests, on SQLite and PostgreSQL", needs: &[], run: rust },
    Step { name: "dom", what: "components in a browser", needs: &[], run: dom },
    Step { name: "front", what: "both entries in release", needs: &[], run: front },
    Step { name: "server", what: "the server with the entries inside", needs: &["front"], run: build_server },
    Step { name: "size", what: "what a browser downloads", needs: &["front"], run: size },
    Step { name: "journeys", what: "journeys in a browser", needs: &["server"], run: journeys },
];

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

fn fmt(log: &mut Log) -> Result<Counts> {
    one(log, project::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(log: &mut Log) -> Result<Counts> {
    let mut cargo = project::cargo();
    cargo.args(["clippy", "--workspace", "--exclude", "vitrine", "--all-targets", "--", "-D", "warnings"]);
    one(log, &mut cargo)
}

fn clippy_front(log: &mut Log) -> Result<Counts> {
    let mut cargo = project::cargo();
    cargo.args(["clippy", "--package", "vitrine", "--all-targets"]).args(WASM).args(["--", "-D", "warnings"]);
    one(log, &mut cargo)
}

fn tidy(log: &mut Log) -> Result<Counts> {
    let report = crate::tidy::check()?;
    log.note(&report.to_string())?;
    Ok(Counts { passed: report.clean, failed: report.broken, skipped: 0 })
}

fn rust(log: &mut Log) -> Result<Counts> {
    let postgres = Postgres::start()?;
    let nextest = project::answer(project::cargo().args(["nextest", "--version"])).is_some();
    if !nextest {
        println!("cargo-nextest is not installed: taking `cargo test`, which runs the same tests");
    }
    let mut test = |verb: &[&str], packages: &[&str]| {
        let mut cargo = project::cargo();
        cargo.args(verb).args(packages).arg("--no-fail-fast").env("VITRINE_TEST_POSTGRES", postgres.url());
        log.run(&mut cargo)
    };
    let (verb, native) = (if nextest { &["nextest", "run"][..] } else { &["test"] }, ["--workspace", "--exclude", "vitrine"]);
    let (succeeded, said) = test(verb, &native)?;
    let mut counts = Counts::read(&said, succeeded);
    // The rules of the front end that need no browser (paths and their hrefs, say) run natively.
    if mentions(&project::root().join("src"), "#[test]") {
        let (succeeded, said) = test(verb, &["--package", "vitrine", "--lib"])?;
        counts += Counts::read(&said, succeeded);
    }
    // Nextest leaves out the examples in documentation; that there is none is not a failure.
    if nextest {
        let (succeeded, said) = test(&["test", "--doc"], &native)?;
        counts += if succeeded { Counts::sum(&said) } else { Counts::read(&said, false) };
    }
    Ok(counts)
}

fn dom(log: &mut Log) -> Result<Counts> {
    let tests = project::files_below(&project::root().join("tests/dom"))?;
    if !tests.iter().any(|file| file.extension().is_some_and(|end| end == "rs")) {
        return skipped("tests/dom holds no test yet");
    }
    let tools = Tools::ready()?;
    apt::chromium()?;
    let driver = apt::chromedriver()?;
    let mut cargo = project::cargo();
    cargo.args(["test", "--package", "vitrine", "--no-fail-fast", "--lib", "--test", "*"]).args(WASM);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner()).env("CHROMEDRIVER", driver);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", project::root().join("xtask/webdriver.json")).env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    counted(log, &mut cargo)
}

fn front(log: &mut Log) -> Result<Counts> {
    // Ahead of the build, so that a first install is said aloud and not into the log.
    Tools::ready()?;
    one(log, project::cargo().args(["xtask", "front"]))
}

/// As it is shipped but for the optimiser, whose minutes no journey notices.
fn build_server(log: &mut Log) -> Result<Counts> {
    let mut cargo = project::cargo();
    cargo.args(["xtask", "server"]).env("CARGO_PROFILE_SERVER_LTO", "off").env("CARGO_PROFILE_SERVER_OPT_LEVEL", "1");
    one(log, &mut cargo)
}

fn size(log: &mut Log) -> Result<Counts> {
    let (fits, said) = log.run(project::cargo().args(["xtask", "size"]))?;
    // On failure the whole log is shown anyway.
    said.lines().filter(|line| fits && (line.contains("brotli") || line.contains(" total "))).for_each(|line| println!("{line}"));
    Ok(Counts::one(fits))
}

fn journeys(log: &mut Log) -> Result<Counts> {
    let folder = project::root().join("tests/e2e");
    let specs = [folder.join("journeys"), folder.join("routes")];
    if !specs.iter().any(|specs| mentions(specs, "test(")) {
        return skipped("tests/e2e holds no journey yet");
    }
    node()?;
    let browser = apt::chromium()?;
    apt::faketime()?;
    let _ = std::fs::remove_dir_all(project::root().join("target/journeys"));
    let mut install = Command::new("npm");
    install.args(["ci", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    if !log.run(install.current_dir(&folder))?.0 {
        return Ok(Counts::one_failed());
    }
    // What the fake camera shows, and what a picture of a screen says.
    let mut film = Command::new("cargo");
    film.args(["build", "--package", "scanner", "--examples"]);
    if !log.run(film.current_dir(project::root()))?.0 {
        return Ok(Counts::one_failed());
    }
    let mut playwright = Command::new("npx");
    playwright.args(["playwright", "test"]).env("VITRINE_BIN", server::binary()).env("CHROMIUM", browser);
    let counts = counted(log, playwright.current_dir(&folder))?;
    println!("screenshots: {}", project::root().join("target/journeys").display());
    Ok(counts)
}

fn one(log: &mut Log, command: &mut Command) -> Result<Counts> {
    Ok(Counts::one(log.run(command)?.0))
}

fn counted(log: &mut Log, command: &mut Command) -> Result<Counts> {
    let (succeeded, said) = log.run(command)?;
    Ok(Counts::read(&said, succeeded))
}

fn skipped(why: &str) -> Result<Counts> {
    println!("{:<13} skipped: {why}", "");
    Ok(Counts { skipped: 1, ..Counts::default() })
}

fn mentions(folder: &Path, text: &str) -> bool {
    let files = project::files_below(folder).unwrap_or_default();
    files.iter().any(|file| std::fs::read_to_string(file).is_ok_and(|source| source.contains(text)))
}
