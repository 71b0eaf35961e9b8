//! The browser tools: compiled or fetched once into a cache folder that survives `cargo clean`.

use crate::project::{self, answer};
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132";

/// The tools of a front-end build, all known to answer.
pub struct Tools {
    wasm_bindgen: PathBuf,
    folders: Vec<PathBuf>,
}

impl Tools {
    /// Finds the tools, installing aloud what is missing.
    pub fn ready() -> Result<Self> {
        wasm_target()?;
        let bindgen = bindgen_version()?;
        let trunk = Tool::from_crate("trunk", "trunk", TRUNK, 7);
        let wasm_bindgen = Tool::from_crate("wasm-bindgen", "wasm-bindgen-cli", &bindgen, 4);
        let wasm_opt = Tool::binaryen();
        let folders = [trunk, wasm_bindgen, wasm_opt]
            .iter()
            .map(Tool::ready)
            .collect::<Result<Vec<_>>>()?;
        Ok(Self {
            wasm_bindgen: folders[1].clone(),
            folders,
        })
    }

    /// Trunk with the other tools on its path: it takes what it finds there in the right version and never downloads.
    pub fn trunk(&self) -> Result<Command> {
        let mut command = project::command(self.folders[0].join("trunk"));
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let path = self.folders.iter().cloned();
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

struct Tool {
    name: &'static str,
    version: String,
    /// Below the cache folder.
    binary: String,
    minutes: u32,
    /// The crate's name, or none for the npm package.
    krate: Option<&'static str>,
}

impl Tool {
    fn from_crate(name: &'static str, krate: &'static str, version: &str, minutes: u32) -> Self {
        Self {
            name,
            version: version.to_owned(),
            binary: format!("{name}-{version}/bin/{name}"),
            minutes,
            krate: Some(krate),
        }
    }

    fn binaryen() -> Self {
        Self {
            name: "wasm-opt",
            version: BINARYEN.to_owned(),
            binary: format!("binaryen-{BINARYEN}/node_modules/.bin/wasm-opt"),
            minutes: 1,
            krate: None,
        }
    }

    /// The folder of a binary that answers with its version; an interrupted install does not.
    fn ready(&self) -> Result<PathBuf> {
        let cache = cache()?;
        let binary = cache.join(&self.binary);
        let folder = binary.parent().map(PathBuf::from).unwrap_or_default();
        if self.answers(&binary) {
            return Ok(folder);
        }
        // Two commands at once must not both spend the minutes: the second waits here and then finds the binary.
        let lock = File::create(cache.join(format!("{}-{}.lock", self.name, self.version)))?;
        lock.lock()?;
        if !self.answers(&binary) {
            self.install()?;
        }
        if !self.answers(&binary) {
            bail!("{} does not answer as version {} after its install", binary.display(), self.version);
        }
        Ok(folder)
    }

    fn answers(&self, binary: &PathBuf) -> bool {
        answer(Command::new(binary).arg("--version"))
            .is_some_and(|line| line.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self) -> Result<()> {
        let home = cache()?.join(self.binary.split('/').next().unwrap_or_default());
        println!(
            "Installing {} {} once into {}, about {} min on 2 cores",
            self.name,
            self.version,
            home.display(),
            self.minutes
        );
        let started = Instant::now();
        std::fs::create_dir_all(&home)?;
        match self.krate {
            Some(krate) => project::run(&mut cargo_install(krate, &self.version, &home))?,
            None => npm_install(&format!("binaryen@{}", self.version), &home)?,
        }
        println!("Installed {} {} in {} s", self.name, self.version, started.elapsed().as_secs());
        Ok(())
    }
}

fn cargo_install(krate: &str, version: &str, home: &PathBuf) -> Command {
    let mut command = project::cargo();
    command.args(["install", "--quiet", "--force", krate, "--version", version, "--root"]).arg(home);
    // wasm-bindgen-cli's own lock file does not resolve on this toolchain; trunk's is the one that was tried.
    if krate == "trunk" {
        command.arg("--locked");
    }
    // Its own temporary folder; and these tools are run a few times a day: a fast link is worth more than a fast tool.
    command.env_remove("CARGO_TARGET_DIR");
    command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    command
}

fn npm_install(package: &str, home: &PathBuf) -> Result<()> {
    node()?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(home).arg(package);
    project::run(npm.current_dir(home))
}

/// Node is the one thing, beside rustup, that a person installs.
pub fn node() -> Result<()> {
    let version = answer(Command::new("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|digits| digits.parse::<u32>().ok());
    match major {
        Some(18..) => Ok(()),
        Some(_) => bail!("Node {version} is too old: install Node 18 or newer"),
        None => bail!("Node is missing: install Node 18 or newer, with npm"),
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

fn cache() -> Result<PathBuf> {
    let folder = match std::env::var_os("VITRINE_TOOLS") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(std::env::var_os("HOME").context("HOME is not set")?).join(".cache/vitrine"),
    };
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
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

    #[test]
    fn a_missing_binary_does_not_count_as_installed() {
        let tool = Tool::from_crate("true", "true", "9.9.9", 1);
        assert!(!tool.answers(&PathBuf::from("/nowhere/at/all")));
        assert!(!tool.answers(&PathBuf::from("/bin/true")));
    }
}
