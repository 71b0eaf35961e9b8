//! From a code in view of a fake camera to its product on a phone's screen. The camera's film has ten frames a second, a third of a
//! phone's: bars, which two frames must agree on, wait a tenth of a second more.

use crate::tools::node;
use crate::{apt, project, server};
use anyhow::Result;
use std::process::Command;

/// Needs `npm ci` in `tests/e2e`, as the journeys do, and a server with the front end inside.
pub(super) fn run() -> Result<()> {
    node()?;
    let mut playwright = Command::new("npx");
    playwright.args(["playwright", "test", "--reporter=line", "--config", "measures.config.ts"]);
    playwright.env("VITRINE_BIN", server::binary()).env("CHROMIUM", apt::chromium()?);
    println!();
    project::run(playwright.current_dir(project::root().join("tests/e2e")))
}
