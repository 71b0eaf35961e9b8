//! The front end: two entries of one package, each with its page, wasm, glue and sheet.

use crate::tools::Tools;
use crate::{css, parts, precompress, project, scanner};
use anyhow::Result;
use std::fs::File;
use std::path::{Path, PathBuf};

/// An entry: its name, trunk's configuration and the name of its built page.
const ENTRIES: [(&str, &str, &str); 2] = [("shop", "Trunk.toml", "index.html"), ("studio", "Trunk.studio.toml", "studio.html")];

/// The names of the entries. The server mounts `dist/<entry>` at `/assets/<entry>/`.
pub fn entries() -> impl Iterator<Item = &'static str> {
    ENTRIES.iter().map(|(name, ..)| *name)
}

/// Splitting needs the linker's notes of what uses what. And nobody's folders belong into what a phone downloads.
fn rustflags() -> String {
    let homes = [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")].map(|(name, folder)| {
        let home = std::env::var_os("HOME").map(|home| Path::new(&home).join(folder));
        std::env::var_os(name).map(PathBuf::from).or(home).unwrap_or_else(|| folder.into())
    });
    // Flags are parted at blanks; such a folder's name stays in.
    let plain = homes.into_iter().map(|home| home.display().to_string()).filter(|home| !home.contains(char::is_whitespace));
    let remap = plain.map(|home| format!("--remap-path-prefix={home}="));
    ["-Clink-args=--emit-relocs".to_owned()].into_iter().chain(remap).collect::<Vec<_>>().join(" ")
}

/// Builds both entries in release and writes the brotli files beside them.
pub fn build() -> Result<()> {
    let tools = Tools::ready()?;
    project::ensure_dist()?;
    // Two builds at once would take each other's files from trunk's staging folder.
    let turn = File::create(project::target().join("front.lock"))?;
    turn.lock()?;
    css::bundle()?;
    let scanner = scanner::build(&tools)?;
    for (entry, config, page) in ENTRIES {
        let (dist, mount) = (format!("dist/{entry}"), format!("/assets/{entry}/"));
        let mut trunk = tools.splitting_trunk()?;
        trunk.args([
            "build",
            "--release",
            "--features",
            "split",
            "--config",
            config,
            "--dist",
            &dist,
            "--public-url",
            &mount,
            "--html-output",
            page,
        ]);
        trunk.env("VITRINE_SCANNER", scanner.script());
        trunk.env("VITRINE_BUILD", project::build_id()).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rustflags());
        // Cargo would take these instead.
        trunk.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        project::run(&mut trunk)?;
        parts::tell(&project::root().join(&dist))?;
        if entry == "shop" {
            scanner.lay(&project::root().join(&dist))?;
        }
        precompress::folder(&project::root().join(dist))?;
    }
    Ok(())
}
