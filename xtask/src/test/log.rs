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

    fn text(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(&self.path).unwrap_or_default()).into_owned()
    }
}
