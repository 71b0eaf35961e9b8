//! The worker that reads codes: wasm of its own, fetched when a camera opens first.

use crate::project;
use crate::tools::Tools;
use anyhow::{Context, Result};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

const SCRIPT: &str = "crates/scanner/worker.js";
/// In the order in which they are hashed.
const FILES: [&str; 3] = ["scanner.js", "scanner_bg.wasm", "worker.js"];

/// A built worker.
pub struct Worker {
    folder: PathBuf,
    /// `scan-0123456789abcdef`, by its content: a worker's files are not hashed by trunk.
    name: String,
}

/// Builds it.
pub fn build(tools: &Tools) -> Result<Worker> {
    let folder = project::target().join("scanner");
    let mut cargo = project::command("cargo");
    cargo.args(["build", "--release", "--package", "scanner", "--lib", "--target", "wasm32-unknown-unknown"]);
    project::run(&mut cargo)?;
    let wasm = project::target().join("wasm32-unknown-unknown/release/scanner.wasm");
    let mut bindgen = tools.wasm_bindgen();
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "scanner", "--out-dir"]).arg(&folder).arg(wasm);
    project::run(&mut bindgen)?;
    let module = folder.join("scanner_bg.wasm");
    let mut opt = tools.wasm_opt();
    opt.arg("-O3").args(crate::split::FEATURES).arg(&module).arg("-o").arg(&module);
    project::run(&mut opt)?;
    std::fs::copy(project::root().join(SCRIPT), folder.join("worker.js")).context("the worker's script")?;
    let mut hasher = DefaultHasher::new();
    for file in FILES {
        std::fs::read(folder.join(file))?.hash(&mut hasher);
    }
    Ok(Worker { name: format!("scan-{:016x}", hasher.finish()), folder })
}

impl Worker {
    /// Where its script will lie below the shop's assets.
    pub fn script(&self) -> String {
        format!("{}/worker.js", self.name)
    }

    /// Lays it into a built entry.
    pub fn lay(&self, dist: &Path) -> Result<()> {
        let home = dist.join(&self.name);
        std::fs::create_dir_all(&home)?;
        for file in FILES {
            std::fs::copy(self.folder.join(file), home.join(file))?;
        }
        Ok(())
    }
}
