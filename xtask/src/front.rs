//! The front end: two entries of one package, each with its page, wasm, glue and sheet.

use crate::tools::Tools;
use crate::{css, precompress, project};
use anyhow::Result;
use std::fs::File;

/// An entry: its name, trunk's configuration and the name of its built page.
const ENTRIES: [(&str, &str, &str); 2] = [("shop", "Trunk.toml", "index.html"), ("studio", "Trunk.studio.toml", "studio.html")];

/// The names of the entries. The server mounts `dist/<entry>` at `/assets/<entry>/`.
pub fn entries() -> impl Iterator<Item = &'static str> {
    ENTRIES.iter().map(|(name, ..)| *name)
}

/// Builds both entries in release and writes the brotli files beside them.
pub fn build() -> Result<()> {
    let tools = Tools::ready()?;
    project::ensure_dist()?;
    // Two builds at once would take each other's files from trunk's staging folder.
    let turn = File::create(project::target().join("front.lock"))?;
    turn.lock()?;
    css::bundle()?;
    for (entry, config, page) in ENTRIES {
        let (dist, mount) = (format!("dist/{entry}"), format!("/assets/{entry}/"));
        let mut trunk = tools.trunk()?;
        trunk.args(["build", "--release", "--config", config, "--dist", &dist, "--public-url", &mount, "--html-output", page]);
        trunk.env("VITRINE_BUILD", project::build_id());
        project::run(&mut trunk)?;
        precompress::folder(&project::root().join(dist))?;
    }
    Ok(())
}
