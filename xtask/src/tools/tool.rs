//! One tool: where it lives, how it gets there, and how it shows that it is whole.

use crate::project::{self, answer};
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// A program in the cache folder.
pub struct Tool {
    name: &'static str,
    version: String,
    /// Below the cache folder.
    binary: String,
    minutes: u32,
    from: From,
    feature: Option<&'static str>,
}

/// Which registry has it, and under which name.
enum From {
    Crates(&'static str),
    Npm(&'static str),
}

impl Tool {
    /// A tool that cargo compiles; `minutes` is what that took on two cores.
    pub fn from_crate(name: &'static str, krate: &'static str, version: &str, minutes: u32) -> Self {
        Self {
            name,
            version: version.to_owned(),
            binary: format!("{name}-{version}/bin/{name}"),
            minutes,
            from: From::Crates(krate),
            feature: None,
        }
    }

    /// A crate's program that only a feature brings. Such a one is asked for its help: it tells no version.
    pub fn with_feature(self, feature: &'static str) -> Self {
        Self { feature: Some(feature), ..self }
    }

    /// wasm-opt: crates.io and Debian have it too old for what rustc emits today.
    pub fn binaryen(version: &str) -> Self {
        Self::from_npm("wasm-opt", "binaryen", version)
    }

    /// Makes scripts small: wasm-bindgen writes its glue for people to read.
    pub fn esbuild(version: &str) -> Self {
        Self::from_npm("esbuild", "esbuild", version)
    }

    fn from_npm(name: &'static str, package: &'static str, version: &str) -> Self {
        Self {
            name,
            version: version.to_owned(),
            binary: format!("{package}-{version}/node_modules/.bin/{name}"),
            minutes: 1,
            from: From::Npm(package),
            feature: None,
        }
    }

    /// The folder of a binary that answers with its version; an interrupted install does not.
    pub fn ready(&self) -> Result<PathBuf> {
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

    fn answers(&self, binary: &Path) -> bool {
        match self.feature {
            Some(_) => answer(Command::new(binary).arg("--help")).is_some(),
            None => {
                answer(Command::new(binary).arg("--version")).is_some_and(|line| line.split_whitespace().any(|word| word == self.version))
            }
        }
    }

    fn install(&self) -> Result<()> {
        let home = cache()?.join(self.binary.split('/').next().unwrap_or_default());
        println!("Installing {} {} once into {}, about {} min on 2 cores", self.name, self.version, home.display(), self.minutes);
        let started = Instant::now();
        std::fs::create_dir_all(&home)?;
        match self.from {
            From::Crates(krate) => {
                project::run(cargo_install(krate, &self.version, &home).args(self.feature.iter().flat_map(|name| ["--features", name])))?
            }
            From::Npm(package) => npm_install(&format!("{package}@{}", self.version), &home)?,
        }
        println!("Installed {} {} in {} s", self.name, self.version, started.elapsed().as_secs());
        Ok(())
    }
}

fn cargo_install(krate: &str, version: &str, home: &Path) -> Command {
    let mut command = project::cargo();
    command.args(["install", "--quiet", "--force", krate, "--version", version, "--root"]).arg(home);
    // wasm-bindgen-cli's own lock file does not resolve on this toolchain; trunk's is the one that was tried.
    if krate == "trunk" {
        command.arg("--locked");
    }
    // Its own temporary folder; and these tools are run a few times a day: a fast build is worth more than a fast tool.
    command.env_remove("CARGO_TARGET_DIR");
    command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    command
}

fn npm_install(package: &str, home: &Path) -> Result<()> {
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
    fn a_missing_binary_does_not_count_as_installed() {
        let tool = Tool::from_crate("true", "true", "9.9.9", 1);
        assert!(!tool.answers(Path::new("/nowhere/at/all")));
        assert!(!tool.answers(Path::new("/bin/true")));
    }
}
