//! What a browser downloads before a page of an entry runs, in brotli bytes, against the budgets of docs and the last record. An entry
//! in parts is as large as what all pages load and the largest part that draws pages; what a page fetches once it stands has a budget of
//! its own.

use crate::{front, parts, project};
use anyhow::{Context, Result, bail};
use std::path::Path;

const RECORD: &str = "docs/decisions/sizes.toml";

/// Fetched by a page that runs already.
const LATER: &[&str] = &["below", "beside"];
const LATER_BUDGET: u64 = 130_000;

/// Kilobytes here are 1,000 bytes.
fn budget(entry: &str) -> u64 {
    if entry == "shop" { 220_000 } else { 420_000 }
}

/// Prints each file. Fails past a budget, and on growth of more than 2 % without a new record.
pub fn run(record: bool) -> Result<()> {
    let known = std::fs::read_to_string(project::root().join(RECORD)).unwrap_or_default();
    let mut faults = Vec::new();
    let mut lines = String::from("# Brotli bytes of each entry, written by `cargo xtask size --record` when growth is meant.\n");
    for entry in front::entries() {
        let total = print_entry(entry)?;
        lines += &format!("{entry} = {total}\n");
        if !record {
            faults.extend(fault(entry, total, recorded(&known, entry)));
        }
    }
    if record {
        std::fs::create_dir_all(project::root().join(RECORD).parent().context("no folder")?)?;
        std::fs::write(project::root().join(RECORD), lines)?;
        println!("recorded in {RECORD}");
    }
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

fn print_entry(entry: &str) -> Result<u64> {
    let dist = project::root().join("dist").join(entry);
    let mut total = 0;
    for file in project::files_below(&dist)?.iter().filter(|file| is_loaded(&dist, file)) {
        total += print_file(entry, &dist, file)?;
    }
    if total == 0 {
        bail!("dist/{entry} is empty: run `cargo xtask front`");
    }
    let mut largest = 0;
    for (part, files) in parts::of(&dist)? {
        let sizes = files.iter().map(|file| packed(&dist.join(file))).collect::<Result<Vec<_>>>()?;
        let size = sizes.iter().sum::<u64>();
        println!("  {entry:<7} {:<58} {size:>8} B brotli in {} files", format!("part {part}"), sizes.len());
        match LATER.contains(&part.as_str()) {
            true if size > LATER_BUDGET => bail!("part {part} is {size} B, past its budget of {LATER_BUDGET} B"),
            true => {}
            false => largest = largest.max(size),
        }
    }
    total += largest;
    println!("  {entry:<7} {:<40} {:>9}    {total:>8} B of {} B", "total", "", budget(entry));
    Ok(total)
}

fn print_file(entry: &str, dist: &Path, file: &Path) -> Result<u64> {
    let (plain, packed) = (std::fs::metadata(file)?.len(), packed(file)?);
    println!("  {entry:<7} {:<40} {plain:>9} B  {packed:>8} B brotli", file.strip_prefix(dist)?.display().to_string());
    Ok(packed)
}

/// As it travels.
fn packed(file: &Path) -> Result<u64> {
    Ok(std::fs::metadata(format!("{}.br", file.display())).or_else(|_| std::fs::metadata(file))?.len())
}

/// Wasm, glue and sheet, which trunk names by their hash; what public/ brought is loaded later or never.
fn is_loaded(dist: &Path, file: &Path) -> bool {
    let kind = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().trim_end_matches("_bg");
    let hash = stem.rsplit('-').next().unwrap_or_default();
    // Trunk drops a hash's leading zeros.
    let hashed = (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let below = file.starts_with(dist.join("snippets"));
    ["js", "css"].contains(&kind) && below || ["wasm", "js", "css"].contains(&kind) && hashed && file.parent() == Some(dist)
}

fn recorded(text: &str, entry: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(&format!("{entry} = ")))?;
    line.trim().parse().ok()
}

fn fault(entry: &str, total: u64, before: Option<u64>) -> Option<String> {
    if total > budget(entry) {
        return Some(format!("{entry} is {total} B, past its budget of {} B", budget(entry)));
    }
    let before = before.filter(|before| total * 100 > before * 102)?;
    Some(format!("{entry} grew from {before} to {total} B, more than 2 %: say why in docs/decisions and run `cargo xtask size --record`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_and_budget_are_faults_and_the_rest_is_not() {
        assert!(fault("shop", 220_001, None).is_some());
        assert!(fault("shop", 220_001, Some(219_000)).is_some());
        assert!(fault("shop", 300_000, Some(299_000)).is_some(), "no record admits it");
        assert!(fault("shop", 102_001, Some(100_000)).is_some());
        assert!(fault("shop", 102_000, Some(100_000)).is_none());
        assert!(fault("studio", 419_999, None).is_none());
    }

    #[test]
    fn a_record_is_read_back() {
        assert_eq!(recorded("# why\nshop = 12\nstudio = 34\n", "studio"), Some(34));
        assert_eq!(recorded("", "shop"), None);
    }

    #[test]
    fn only_what_the_page_loads_is_counted() {
        let dist = Path::new("dist/shop");
        let loaded = |name: &str| is_loaded(dist, &dist.join(name));
        assert!(loaded("shop-0123456789abcdef_bg.wasm") && loaded("shop-123456789abcdef.js") && loaded("snippets/a/b.js"));
        assert!(
            !loaded("snippets/split-0123456789abcdef/part.wasm")
                && !loaded("sw.js")
                && !loaded("index.html")
                && !loaded("icons/logo-0123456789abcdef.css")
        );
    }
}
