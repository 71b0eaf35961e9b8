//! A step's log file: everything its commands say, shown only when the step fails.

use crate::project;
use anyhow::{Context, Result};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An open log, `target/test-logs/<step>.log`.
pub struct Log {
    path: PathBuf,
    file: File,
}

impl Log {
    /// Starts an empty log.
    pub fn open(step: &str) -> Result<Self> {
        let folder = project::target().join("test-logs");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{step}.log"));
        // Truncated first, then appended to: two processes write without overwriting each other.
        File::create(&path)?;
        let file = OpenOptions::new().append(true).open(&path)?;
        Ok(Self { path, file })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a command with its output in the log, and returns whether it succeeded with what it said, without colours.
    pub fn run(&mut self, command: &mut Command) -> Result<(bool, String)> {
        let before = self.text().len();
        writeln!(self.file, "$ {command:?}")?;
        command.env("CARGO_TERM_COLOR", "never").env("FORCE_COLOR", "0").env("TERM", "dumb");
        command.stdin(std::process::Stdio::null()).stdout(self.file.try_clone()?).stderr(self.file.try_clone()?);
        let status = command.status().with_context(|| format!("could not start {command:?}"))?;
        let said = self.text().get(before..).unwrap_or_default().to_owned();
        Ok((status.success(), said))
    }

    /// Writes a sentence of our own.
    pub fn note(&mut self, sentence: &str) -> Result<()> {
        writeln!(self.file, "{sentence}").with_context(|| format!("cannot write {}", self.path.display()))
    }

    /// The last lines.
    pub fn tail(&self, lines: usize) -> String {
        let text = self.text();
        let all: Vec<&str> = text.lines().collect();
        all[all.len().saturating_sub(lines)..].join("\n")
    }

    /// The names of failed tests, and what they said as they fell: what a reader of a shortened output needs.
    pub fn failures(&self) -> Vec<String> {
        failures(&self.text())
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(&self.path).unwrap_or_default()).into_owned()
    }
}

/// Nextest's `FAIL [ 0.1s] (3/9) server::suite name` (once, though it repeats them), libtest's `test name ... FAILED`, and each panic's
/// place with its first line.
fn failures(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let nextest = ["FAIL [", "TIMEOUT [", "SIGABRT [", "SIGSEGV ["].iter().any(|start| line.starts_with(start));
        let name = line.rsplit(") ").next().filter(|_| nextest);
        let name = name.or_else(|| line.strip_prefix("test ").filter(|rest| rest.ends_with("... FAILED")));
        let said =
            (line.starts_with("thread '") && line.contains(" panicked at ")).then(|| format!("  {line} {}", lines.peek().unwrap_or(&"")));
        found.extend(name.map(str::to_owned).or(said).filter(|one| !found.contains(one)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_named_once_with_what_they_said() {
        let text = "        PASS [   0.005s] (1/3) server::suite calm\n        FAIL [   0.005s] (2/3) server::suite races::one\n\
                    thread 'races::one' (7) panicked at races.rs:3:5:\nnobody raced\n        FAIL [   0.005s] (2/3) server::suite races::one\n\
                    test gs1::two ... FAILED\ntest gs1::three ... ok\n";
        let said = "  thread 'races::one' (7) panicked at races.rs:3:5: nobody raced";
        assert_eq!(failures(text), ["server::suite races::one", said, "gs1::two ... FAILED"]);
    }
}
