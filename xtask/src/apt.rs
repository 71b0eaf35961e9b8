//! What the tests take from the system: a browser with its driver, a Korean font, PostgreSQL.

use crate::project::{self, answer};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Chromium, with a font that has Hangul (without one, every screenshot shows boxes).
pub fn chromium() -> Result<PathBuf> {
    let browser = std::env::var_os("CHROMIUM").map_or_else(|| PathBuf::from("/usr/bin/chromium"), PathBuf::from);
    let font = answer(Command::new("fc-list").arg(":lang=ko")).is_some_and(|fonts| !fonts.is_empty());
    if !answers(&browser) || !font {
        install(&["chromium", "fonts-noto-cjk", "fontconfig"])?;
    }
    present(browser, "set CHROMIUM to a Chromium or Chrome binary")
}

/// The driver that matches Debian's Chromium.
pub fn chromedriver() -> Result<PathBuf> {
    let driver = std::env::var_os("CHROMEDRIVER").map_or_else(|| PathBuf::from("/usr/bin/chromedriver"), PathBuf::from);
    if !answers(&driver) {
        install(&["chromium-driver"])?;
    }
    present(driver, "set CHROMEDRIVER to the driver of your Chromium")
}

/// A program that asks a server as often as it can.
pub fn wrk() -> Result<PathBuf> {
    let wrk = PathBuf::from("/usr/bin/wrk");
    if !wrk.exists() {
        install(&["wrk"])?;
    }
    match wrk.exists() {
        true => Ok(wrk),
        false => bail!("wrk was not found: install it"),
    }
}

/// The library under which a server's clock moves: no clock in the product does.
pub fn faketime() -> Result<()> {
    if answer(Command::new("faketime").arg("--version")).is_none() {
        install(&["faketime"])?;
    }
    Ok(())
}

/// The folder of PostgreSQL's server programs, the newest where there are several.
pub fn postgres() -> Result<PathBuf> {
    if postgres_programs().is_none() {
        install(&["postgresql"])?;
    }
    match postgres_programs() {
        Some(folder) => Ok(folder),
        None => bail!("PostgreSQL's initdb was not found: install PostgreSQL 15 or newer"),
    }
}

fn postgres_programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| folder.join("initdb").exists())
        .collect();
    versions.sort();
    let elsewhere = || Some(PathBuf::from(answer(Command::new("pg_config").arg("--bindir"))?));
    versions.pop().map(|(_, folder)| folder).or_else(|| elsewhere().filter(|folder| folder.join("initdb").exists()))
}

fn answers(program: &Path) -> bool {
    answer(Command::new(program).arg("--version")).is_some()
}

fn present(program: PathBuf, otherwise: &str) -> Result<PathBuf> {
    if !answers(&program) {
        bail!("{} does not answer --version: install it, or {otherwise}", program.display());
    }
    Ok(program)
}

fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let root = answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    let sudo = !root && answer(Command::new("sudo").args(["-n", "true"])).is_some();
    if !Path::new("/usr/bin/apt-get").exists() || !(root || sudo) {
        bail!("missing: {names}. Install them (Debian: apt-get install {names}) and run this again");
    }
    println!("Installing {names} with apt-get");
    let apt = |args: &[&str]| {
        let mut command = Command::new(if sudo { "sudo" } else { "env" });
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]).args(args);
        project::run(&mut command)
    };
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}
