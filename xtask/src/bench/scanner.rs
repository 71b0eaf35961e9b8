//! How many drawn frames are read, how many are misread, and how long a frame takes, beside PyPI's zxing-cpp on the same files. The frames
//! are synthetic: what they say is how the two compare, not how a phone fares.

use crate::project;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const FRAMES: &str = "500";
/// The limits in `crates/scanner` were chosen on the first three; the last has never been looked at for that.
const SEEDS: [&str; 4] = ["20", "7", "1234", "4242"];
const SCRIPT: &str = "xtask/src/bench/zxing.py";

/// What was done to a frame, and what it says; an empty text is a frame without a code.
struct Label {
    file: String,
    kind: String,
    text: String,
}

/// Of one kind of frame.
#[derive(Clone, Copy, Default)]
struct Score {
    frames: usize,
    read: usize,
    wrong: usize,
}

/// Draws the frames, reads them, and prints a table for each seed.
pub fn run() -> Result<()> {
    SEEDS.into_iter().try_for_each(of_seed)
}

fn of_seed(seed: &str) -> Result<()> {
    let folder = project::target().join("bench/frames");
    example("synthetic", &[&folder.display().to_string(), FRAMES, seed])?;
    let labels = labels(&folder)?;
    let files: Vec<String> = labels.iter().map(|label| folder.join(&label.file).display().to_string()).collect();
    let mut arguments = vec!["--time"];
    arguments.extend(files.iter().map(String::as_str));
    let ours = example("decode", &arguments)?;
    let theirs = zxing().and_then(|python| said(Command::new(python).arg(project::root().join(SCRIPT)).args(&files)));
    println!("\ncodes in {FRAMES} drawn frames of 1280 × 720 (synthetic, seed {seed}), each as a photograph");
    print("scanner", &labels, &ours);
    match theirs {
        Ok(theirs) => print("zxing-cpp", &labels, &theirs),
        Err(error) => println!("  zxing-cpp is not here to compare with: {error}"),
    }
    Ok(())
}

fn example(name: &str, arguments: &[&str]) -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--release", "--package", "scanner", "--example", name, "--"]).args(arguments);
    said(cargo.current_dir(project::root()))
}

/// A Python that knows zxing-cpp, in a folder of its own.
fn zxing() -> Result<PathBuf> {
    let home = project::target().join("bench/python");
    let python = home.join("bin/python");
    if !python.exists() {
        println!("Fetching zxing-cpp from PyPI to compare with");
        said(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
        said(Command::new(home.join("bin/pip")).args(["install", "--quiet", "zxing-cpp", "pillow"]))?;
    }
    Ok(python)
}

fn said(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn labels(folder: &Path) -> Result<Vec<Label>> {
    let text = std::fs::read_to_string(folder.join("labels.tsv"))?;
    let label = |line: &str| {
        let mut parts = line.split('\t').map(str::to_owned);
        Some(Label { file: parts.next()?, kind: parts.next()?, text: parts.nth(1)? })
    };
    Ok(text.lines().filter_map(label).collect())
}

fn print(name: &str, labels: &[Label], said: &str) {
    let (by_kind, mut times) = score(labels, said);
    let all = by_kind.values().fold(Score::default(), |sum, one| Score {
        frames: sum.frames + one.frames,
        read: sum.read + one.read,
        wrong: sum.wrong + one.wrong,
    });
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times.get((times.len() as f64 * part) as usize).copied().unwrap_or_default();
    println!("  {name:<10} {}/{} read, {} misread, {:.1} ms median, {:.1} ms p95", all.read, all.frames, all.wrong, at(0.5), at(0.95));
    let kinds = by_kind.iter().map(|(kind, score)| format!("{kind} {}/{}", score.read, score.frames));
    println!("             {}", kinds.collect::<Vec<_>>().join(" · "));
}

fn score(labels: &[Label], said: &str) -> (BTreeMap<String, Score>, Vec<f64>) {
    let mut read: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut times = BTreeMap::new();
    for line in said.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [path, _, text, time] = parts[..] else { continue };
        let file = path.rsplit('/').next().unwrap_or(path);
        read.entry(file).or_default().extend((!text.is_empty()).then_some(text));
        times.insert(file, time.parse().unwrap_or_default());
    }
    let mut by_kind: BTreeMap<String, Score> = BTreeMap::new();
    for Label { file, kind, text } in labels {
        let found = read.get(file.as_str()).map_or(&[] as &[&str], Vec::as_slice);
        let score = by_kind.entry(kind.clone()).or_default();
        score.frames += usize::from(!text.is_empty());
        score.read += usize::from(!text.is_empty() && found.iter().any(|one| same(one, text)));
        score.wrong += found.iter().filter(|one| !same(one, text)).count();
    }
    (by_kind, times.into_values().collect())
}

/// A UPC-A is an EAN-13 that begins with 0, a UPC-E is short for a UPC-A, and some readers say them so.
fn same(one: &str, other: &str) -> bool {
    let is_number = [one, other].iter().all(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    one == other || is_number && (digits(one) == digits(other) || widened(one) == digits(other) || digits(one) == widened(other))
}

fn digits(text: &str) -> &str {
    text.trim_start_matches('0')
}

/// What a UPC-E is short for, without zeros before it (GS1 General Specifications, figure 5.2.2.4.2-1).
fn widened(text: &str) -> String {
    let (Some(middle), 8) = (text.get(1..7), text.len()) else { return text.to_owned() };
    let (body, last, check) = (&middle[..5], &middle[5..], &text[7..]);
    let wide = match last {
        "0" | "1" | "2" => [&body[..2], last, "0000", &body[2..]].concat(),
        "3" => [&body[..3], "00000", &body[3..]].concat(),
        "4" => [&body[..4], "00000", &body[4..]].concat(),
        _ => [body, "0000", last].concat(),
    };
    digits(&[&text[..1], &wide, check].concat()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misread_is_counted_and_a_frame_without_a_code_is_no_miss() {
        let label = |file: &str, text: &str| Label { file: file.into(), kind: "plain".into(), text: text.into() };
        let labels = [label("0.png", "036000291452"), label("1.png", "96385074"), label("2.png", "")];
        let said = "a/0.png\tEAN-13\t0036000291452\t2.0\na/1.png\t\t\t8.0\na/2.png\tQR\tx\t3.0\n";
        let (by_kind, times) = score(&labels, said);
        let Score { frames, read, wrong } = by_kind["plain"];
        assert_eq!((frames, read, wrong, times), (2, 1, 1, vec![2.0, 8.0, 3.0]));
        assert!(same("06361860", "0063618000060") && same("0060100000911", "06009111") && !same("06361860", "0063618000061"));
    }
}
