//! The server binary with the front ends inside.

use crate::project;
use anyhow::{Context, Result};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

/// Where the built server lies.
pub fn binary() -> PathBuf {
    project::target().join("server/vitrine")
}

/// Builds the server with what dist/ holds now.
pub fn build() -> Result<()> {
    project::ensure_dist()?;
    let mut cargo = project::cargo();
    cargo.args(["build", "--profile", "server", "--package", "server", "--bin", "vitrine"]);
    cargo.env("VITRINE_BUILD", project::build_id());
    // The embedding macro sees new files only when its crate compiles again: the server reads this with `option_env!`.
    cargo.env("VITRINE_DIST", dist_digest()?);
    project::run(&mut cargo)
}

/// Becomes `vitrine demo`: signals and the exit code are then the server's own.
pub fn become_demo(args: &[String]) -> Result<()> {
    let error = Command::new(binary()).arg("demo").args(args).exec();
    Err(error).with_context(|| format!("could not start {}", binary().display()))
}

/// Changes with every file name and size in dist/ (names of what matters are hashed by content already).
fn dist_digest() -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in project::files_below(&project::root().join("dist"))? {
        file.hash(&mut hasher);
        std::fs::metadata(&file)?.len().hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}
