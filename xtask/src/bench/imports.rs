//! Imports of large tables: rows a second and the most memory, the first time and again.

use super::large::names;
use super::{after, pinned};
use crate::{project, server};
use anyhow::{Context, Result};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

const SIZES: [usize; 2] = [100_000, 150_000];
/// How often memory is looked at; the system keeps the most itself.
const LOOK: Duration = Duration::from_millis(20);

pub(super) fn run() -> Result<()> {
    println!("{:<38} {:>10} {:>9} {:>9}", "import of a table, one core", "rows/s", "seconds", "peak");
    for size in SIZES {
        let folder = project::target().join("bench-import");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder)?;
        let table = folder.join("goods.csv");
        write(&table, size)?;
        vitrine(&folder, &["store", "add", "hongdae"])?;
        for pass in ["first", "again"] {
            let (took, peak) = import(&folder, &table)?;
            let rate = size as f64 / took.as_secs_f64();
            println!("{:<38} {rate:>10.0} {:>9.1} {peak:>6} MB", format!("{size} products, {pass}"), took.as_secs_f64());
        }
        std::fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

/// As an online shop exports it: SKU, name, brand, category, price, stock, a sentence.
fn write(table: &Path, size: usize) -> Result<()> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(table)?);
    writeln!(out, "sku,name,brand,category,price,quantity,description")?;
    let names = names(size);
    for number in 0..size {
        let name = names.get(number).map_or_else(|| format!("Product {number}"), |(name, _)| name.replace('"', ""));
        let (price, units) = (900 + number % 97 * 350, number % 7);
        writeln!(
            out,
            "B-{number},\"{name}\",Brand {},Kind {},{price},{units},\"What there is to say of number {number}\"",
            number % 1_500,
            number % 12
        )?;
    }
    Ok(out.flush()?)
}

fn vitrine(folder: &Path, words: &[&str]) -> Result<()> {
    let mut command = std::process::Command::new(server::binary());
    project::run(command.args(words).arg("--data").arg(folder).stdout(Stdio::null()))
}

fn import(folder: &Path, table: &Path) -> Result<(Duration, u64)> {
    let started = Instant::now();
    let mut command = pinned("0", server::binary());
    command.arg("import").arg(table).args(["--store", "hongdae", "--data"]).arg(folder).arg("--refused").arg(folder.join("refused.csv"));
    let mut child = command.stdout(Stdio::null()).spawn().context("the import does not start")?;
    let mut peak = 0;
    let status = loop {
        peak = peak.max(memory(&child));
        match child.try_wait()? {
            Some(status) => break status,
            None => std::thread::sleep(LOOK),
        }
    };
    anyhow::ensure!(status.success(), "the import ended with {status}");
    Ok((started.elapsed(), peak / 1024))
}

/// The most memory that it has had so far, kilobytes.
fn memory(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).and_then(|line| after(line, "VmHWM:").parse().ok()).unwrap_or(0)
}
