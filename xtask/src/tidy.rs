//! Proves on the sources what the compiler cannot: who may know whom, and what may stand where.

mod browser_access;
mod crates;
mod domain;
mod finding;
mod layers;
mod lengths;
mod lexer;
mod locales;
mod migrations;
mod names;
mod paths;
mod repo;
mod rust;
mod style;
mod words;

use anyhow::{Result, bail};
use finding::Finding;
use repo::Repo;
use std::fmt;

/// A rule of docs/architecture.md or docs/style.md as a function.
type Rule = fn(&Repo) -> Vec<Finding>;

const RULES: &[(&str, Rule)] = &[
    ("crates", crates::rule),
    ("layers", layers::rule),
    ("paths", paths::rule),
    ("fetch", browser_access::fetch),
    ("web-sys", browser_access::web_sys),
    ("words", words::rule),
    ("domain", domain::rule),
    ("migrations", migrations::rule),
    ("locales", locales::rule),
    ("tokens", style::tokens),
    ("z-index", style::z_index),
    ("css-layers", style::layers),
    ("css-classes", style::classes),
    ("style-attribute", style::attributes),
    ("mod-rs", names::rule),
];

/// What all rules found.
pub struct Report {
    /// Rules without a finding.
    pub clean: u32,
    /// Rules with one.
    pub broken: u32,
    text: String,
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// Applies every rule to the repository.
pub fn check() -> Result<Report> {
    let repo = Repo::load(&crate::project::root())?;
    let mut report = Report { clean: 0, broken: 0, text: lengths::report(&repo) };
    for (name, rule) in RULES {
        let findings = rule(&repo);
        if findings.is_empty() {
            report.clean += 1
        } else {
            report.broken += 1
        }
        for Finding { path, line, advice } in findings {
            report.text += &format!("{path}:{line} {name}: {advice}\n");
        }
    }
    report.text += &format!("{} rules hold, {} do not\n", report.clean, report.broken);
    Ok(report)
}

/// Prints the report and fails when a rule does not hold.
pub fn run() -> Result<()> {
    let report = check()?;
    print!("{report}");
    if report.broken > 0 {
        bail!("tidy is not content");
    }
    Ok(())
}
