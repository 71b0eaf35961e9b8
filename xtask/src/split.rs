//! Stands in for wasm-bindgen in a release build, because trunk itself cannot split: takes the linked wasm apart at its `wasm_split`
//! functions, hands the main part to the real wasm-bindgen, and lays the other files into `snippets/`, which trunk copies.
//!
//! `wasm-split-cli` (the tool of Leptos's authors) writes a script that fetches the files; it asks for wasm-bindgen's module by a name
//! that trunk changes later, so here that module hands itself over instead. See docs/decisions/0007.

use crate::project;
use anyhow::{Context, Result, bail};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What wasm-opt may use, the same as in the pages' `data-wasm-opt-params`.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
/// What each of dozens of files would say again: who made it, and what [`FEATURES`] it has.
const UNSAID: [&str; 2] = ["--strip-producers", "--strip-target-features"];
const SCRIPT: &str = "__wasm_split.js";
/// Digits of the hash in an import's name.
const HASH: usize = 16;

/// The real tools.
pub const BINDGEN: &str = "VITRINE_WASM_BINDGEN";
/// See [`BINDGEN`].
pub const SPLIT: &str = "VITRINE_WASM_SPLIT";
/// See [`BINDGEN`].
pub const SMALL: &str = "VITRINE_ESBUILD";
/// See [`BINDGEN`].
pub const OPT: &str = "VITRINE_WASM_OPT";

/// A folder with a `wasm-bindgen` that is this program.
pub fn stand_in() -> Result<PathBuf> {
    use std::os::unix::fs::PermissionsExt;
    let folder = project::target().join("stand-in");
    std::fs::create_dir_all(&folder)?;
    let script = folder.join("wasm-bindgen");
    let this = std::env::current_exe()?.display().to_string().replace('\'', "'\\''");
    std::fs::write(&script, format!("#!/bin/sh\nexec '{this}' bindgen -- \"$@\"\n"))?;
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755))?;
    Ok(folder)
}

/// Does what wasm-bindgen was asked to, and splits.
pub fn bindgen(args: &[String]) -> Result<()> {
    let Some(input) = args.iter().find(|arg| arg.ends_with(".wasm")) else { return project::run(tool(BINDGEN)?.args(args)) };
    let out = PathBuf::from(value(args, "--out-dir=")?);
    let name = value(args, "--out-name=")?;
    let (work, snippets) = (out.join("split"), out.join("snippets"));
    // Both entries are built through this folder: what the other one left would be copied along.
    for folder in [&work, &snippets] {
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
    }
    project::run(tool(SPLIT)?.arg(input).arg(&work))?;
    let main = work.join("main.wasm").display().to_string();
    let args = args.iter().map(|arg| if arg == input { &main } else { arg });
    project::run(tool(BINDGEN)?.arg("--keep-lld-exports").args(args))?;
    let (module, wasm) = (out.join(format!("{name}.js")), out.join(format!("{name}_bg.wasm")));
    let (glue, code) = numbered(&std::fs::read_to_string(&module)?, std::fs::read(&wasm)?);
    std::fs::write(&wasm, code)?;
    let parts = parts(&work)?;
    if parts.is_empty() {
        std::fs::write(&module, glue)?;
        return smaller(&module, "--minify");
    }
    let script = std::fs::read_to_string(work.join(SCRIPT))?;
    let home = snippets.join(format!("split-{:016x}", digest(&parts, &script)?));
    std::fs::create_dir_all(&home)?;
    for part in &parts {
        project::run(
            tool(OPT)?.arg("-Oz").args(FEATURES).args(UNSAID).arg(part).arg("-o").arg(home.join(part.file_name().context("no name")?)),
        )?;
    }
    std::fs::write(home.join(SCRIPT), taking_over(&script)?)?;
    let folder = home.file_name().context("no name")?.to_string_lossy();
    std::fs::write(&module, handing_over(&glue, &format!("./snippets/{folder}/{SCRIPT}"))?)?;
    smaller(&module, "--minify")?;
    // Its names are read afterwards, see `parts`.
    smaller(&home.join(SCRIPT), "--minify-whitespace")
}

fn smaller(script: &Path, how: &str) -> Result<()> {
    let out = format!("--outfile={}", script.display());
    project::run(tool(SMALL)?.args([how, "--log-level=error", "--allow-overwrite"]).arg(script).arg(out))
}

/// wasm-bindgen ends the name of each function that it imports with a hash, in the glue and in the wasm: hundreds of times sixteen digits
/// that no packing makes smaller. Numbers of the same length take their place.
fn numbered(glue: &str, mut code: Vec<u8>) -> (String, Vec<u8>) {
    let mut hashes: Vec<&str> = Vec::new();
    for name in glue.split("__wbg_").skip(1) {
        let name = name.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next().unwrap_or_default();
        let hash = name.rsplit('_').next().filter(|hash| hash.len() == HASH && hash.bytes().all(|digit| digit.is_ascii_hexdigit()));
        hashes.extend(hash.filter(|hash| !hashes.contains(hash)));
    }
    let mut text = glue.to_owned();
    for (number, hash) in hashes.iter().enumerate() {
        let number = format!("{number:0HASH$}");
        text = text.replace(hash, &number);
        while let Some(at) = code.windows(HASH).position(|bytes| bytes == hash.as_bytes()) {
            code[at..at + HASH].copy_from_slice(number.as_bytes());
        }
    }
    (text, code)
}

fn tool(name: &str) -> Result<Command> {
    Ok(Command::new(std::env::var_os(name).with_context(|| format!("{name} is not set: this runs within `cargo xtask front`"))?))
}

fn value<'a>(args: &'a [String], name: &str) -> Result<&'a str> {
    args.iter().find_map(|arg| arg.strip_prefix(name)).with_context(|| format!("trunk gave no {name}"))
}

/// The wasm files beside the main one.
fn parts(work: &Path) -> Result<Vec<PathBuf>> {
    let mut files = project::files_below(work)?;
    files.retain(|file| file.extension().is_some_and(|end| end == "wasm") && file.file_stem().is_some_and(|stem| stem != "main"));
    Ok(files)
}

fn digest(parts: &[PathBuf], script: &str) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    script.hash(&mut hasher);
    for part in parts {
        std::fs::read(part)?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

/// The script takes wasm-bindgen's module from whoever brings it.
fn taking_over(script: &str) -> Result<String> {
    let import = "import { initSync } from \"./main.js\";";
    if !script.contains(import) {
        bail!("wasm-split-cli writes another script than this was made for");
    }
    Ok(script.replace(import, "let initSync;\nexport function handOver(init) { initSync = init; }"))
}

/// wasm-bindgen's module imports the script where it lies and brings itself.
fn handing_over(glue: &str, script: &str) -> Result<String> {
    let import = format!("from \"./{SCRIPT}\"");
    if !glue.contains(&import) {
        bail!("wasm-bindgen writes another module than this was made for");
    }
    Ok(format!("{}\nimport {{ handOver }} from \"{script}\";\nhandOver(initSync);\n", glue.replace(&import, &format!("from \"{script}\""))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_has_the_same_number_in_the_glue_and_in_the_wasm() {
        let glue =
            "import { __wbg_get_00ff00ff00ff00ff, __wbg_get_1234567890abcdef } from x; __wbg_get_00ff00ff00ff00ff(); __wbg_free_it();";
        let code = b"\x07\x1a__wbg_get_1234567890abcdef\0__wbg_get_00ff00ff00ff00ff".to_vec();
        let (glue, code) = numbered(glue, code);
        assert_eq!(
            glue,
            "import { __wbg_get_0000000000000000, __wbg_get_0000000000000001 } from x; __wbg_get_0000000000000000(); __wbg_free_it();"
        );
        assert_eq!(code, b"\x07\x1a__wbg_get_0000000000000001\0__wbg_get_0000000000000000");
    }

    #[test]
    fn the_two_scripts_meet_without_knowing_each_others_final_name() -> Result<()> {
        let script = taking_over("import { initSync } from \"./main.js\";\nrest")?;
        assert!(script.starts_with("let initSync;") && script.ends_with("rest"));
        let glue = handing_over("import * as import1 from \"./__wasm_split.js\"\nbody", "./snippets/split-0/__wasm_split.js")?;
        assert!(glue.starts_with("import * as import1 from \"./snippets/split-0/__wasm_split.js\"\nbody\n"));
        assert!(glue.ends_with("handOver(initSync);\n"));
        assert!(taking_over("other").is_err() && handing_over("other", "x").is_err());
        Ok(())
    }
}
