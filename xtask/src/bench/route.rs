//! A tour of ten stops over a floor of 500 fixtures, as the browser's program is built (for size), but run by this machine itself.

use super::after;
use crate::project;
use anyhow::{Context, Result};

pub(super) fn run() -> Result<()> {
    let mut cargo = project::cargo();
    cargo.args(["run", "--quiet", "--release", "--package", "fixtures", "--example", "walk"]);
    let said = project::answer(&mut cargo).context("the walk cannot be timed")?;
    println!("\n{:<38} {:>9}", "10 stops, 500 fixtures, 5,000 facings", "ms");
    for name in ["floor made ready", "a walk", "order and ways of a tour"] {
        println!("{name:<38} {:>9}", after(&said, name));
    }
    Ok(())
}
