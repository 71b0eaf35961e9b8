//! The browser tools: compiled or fetched once into a cache folder that survives `cargo clean`.

mod tool;

use crate::project::{self, answer};
use crate::split;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use tool::Tool;
pub use tool::node;

/// The tools of a front-end build, all known to answer.
pub struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    wasm_opt: PathBuf,
    esbuild: PathBuf,
}

impl Tools {
    /// Finds the tools, installing aloud what is missing.
    pub fn ready() -> Result<Self> {
        node()?;
        wasm_target()?;
        let bindgen = bindgen_version()?;
        let trunk = Tool::from_crate("trunk", "trunk", "0.21.14", 7);
        let wasm_bindgen = Tool::from_crate("wasm-bindgen", "wasm-bindgen-cli", &bindgen, 3);
        Ok(Self {
            trunk: trunk.ready()?,
            wasm_bindgen: wasm_bindgen.ready()?,
            wasm_opt: Tool::binaryen("132").ready()?,
            esbuild: Tool::esbuild("0.28.2").ready()?,
        })
    }

    /// Trunk with the other tools on its path: it takes what it finds there in the right version and never downloads.
    pub fn trunk(&self) -> Result<Command> {
        self.trunk_with(&self.wasm_bindgen)
    }

    /// The tool that makes glue.
    pub fn wasm_bindgen(&self) -> Command {
        project::command(self.wasm_bindgen.join("wasm-bindgen"))
    }

    /// The tool that makes wasm smaller and quicker.
    pub fn wasm_opt(&self) -> Command {
        project::command(self.wasm_opt.join("wasm-opt"))
    }

    /// Trunk for a release: `split` stands in wasm-bindgen's place.
    pub fn splitting_trunk(&self) -> Result<Command> {
        let wasm_split = Tool::from_crate("wasm-split-cli", "wasm_split_cli_support", "0.2.4", 1).with_feature("build-binary").ready()?;
        let mut command = self.trunk_with(&split::stand_in()?)?;
        command.env(split::BINDGEN, self.wasm_bindgen.join("wasm-bindgen"));
        command
            .env(split::SMALL, self.esbuild.join("esbuild"))
            .env(split::SPLIT, wasm_split.join("wasm-split-cli"))
            .env(split::OPT, self.wasm_opt.join("wasm-opt"));
        Ok(command)
    }

    fn trunk_with(&self, wasm_bindgen: &Path) -> Result<Command> {
        let mut command = project::command(self.trunk.join("trunk"));
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let path = [wasm_bindgen.to_path_buf(), self.wasm_opt.clone()].into_iter();
        command.env("PATH", std::env::join_paths(path.chain(std::env::split_paths(&inherited)))?);
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // A bare NO_COLOR=1, as on CI machines, is refused by trunk's flag of that name.
        command.env_remove("NO_COLOR");
        Ok(command)
    }

    /// The program that runs a wasm test in a browser.
    pub fn test_runner(&self) -> PathBuf {
        self.wasm_bindgen.join("wasm-bindgen-test-runner")
    }
}

fn wasm_target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let sysroot = answer(Command::new("rustc").args(["--print", "sysroot"])).context("rustc does not answer")?;
    if PathBuf::from(sysroot).join("lib/rustlib").join(target).is_dir() {
        return Ok(());
    }
    println!("Installing the {target} target with rustup");
    project::run(project::command("rustup").args(["target", "add", target]))
}

/// The command line tool must be of the very version that the front end links.
fn bindgen_version() -> Result<String> {
    let lock = std::fs::read_to_string(project::root().join("Cargo.lock"))?;
    locked(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")
}

fn locked(lock: &str, package: &str) -> Option<String> {
    let after = lock.split(&format!("name = \"{package}\"\nversion = \"")).nth(1)?;
    after.split('"').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_the_packages_own() {
        let lock = "name = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    name = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(lock, "leptos"), None);
    }
}
