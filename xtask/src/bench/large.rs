//! Shops of a hundred thousand products and more: how soon it is ready, how large it is, and how quickly it answers what is being typed.

use super::{Greeting, after, percent, pinned};
use crate::{lifeline, project, server};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SIZES: [usize; 2] = [100_000, 150_000];
/// Words whose beginnings are typed.
const WORDS: usize = 60;

pub(super) fn run() -> Result<()> {
    project::run(project::cargo().args(["build", "--profile", "server", "--package", "server", "--example", "fill"]))?;
    SIZES.into_iter().try_for_each(shop)
}

fn shop(size: usize) -> Result<()> {
    let folder = project::target().join("bench");
    let _ = std::fs::remove_dir_all(&folder);
    let names = names(size);
    fill(&folder, &names, size)?;
    let started = Instant::now();
    let mut serve = pinned("0", server::binary());
    serve.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(&folder).env("VITRINE_PRINT_LISTENING", "1");
    let mut shop = serve.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("the server does not start")?;
    let host = Greeting::host_of(&mut shop);
    let ready = started.elapsed();
    let outcome = host.and_then(|host| table(&host, &names));
    let memory = peak(shop.id());
    lifeline::end(&mut shop, "TERM");
    std::fs::remove_dir_all(&folder)?;
    println!("{size} products in 2 stores: ready in {} ms, at most {memory} of memory", ready.as_millis());
    outcome
}

/// `Latin\tKorean` from the shared data; none where it is absent.
pub(super) fn names(most: usize) -> Vec<(String, String)> {
    let data = project::root().join("../shared/data");
    let read = |file: &str| -> Vec<String> {
        let text = project::answer(Command::new("zcat").arg(data.join(file))).unwrap_or_default();
        text.lines().skip(1).map(str::to_owned).collect()
    };
    let latin = read("openfoodfacts/barcodes_150k.csv.gz");
    if latin.is_empty() {
        println!("names are made up: ../shared/data/openfoodfacts is absent");
    }
    let is_hangul = |word: &&str| word.chars().all(|letter| ('가'..='힣').contains(&letter)) && (2..=6).contains(&word.chars().count());
    let reviews = read("nsmc/reviews_ko_120k.csv.gz");
    let hangul: Vec<&str> =
        reviews.iter().flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric())).filter(is_hangul).collect();
    let korean = hangul.chunks(3).map(|words| words.join(" ")).chain(std::iter::repeat(String::new()));
    let name = |line: &String| line.split_once(',').map(|(_, name)| name.trim_matches('"').to_owned());
    latin.iter().filter_map(name).zip(korean).take(most).collect()
}

fn fill(folder: &Path, names: &[(String, String)], size: usize) -> Result<()> {
    let fill = project::target().join("server/examples/fill");
    let mut fill = Command::new(fill).arg(folder).arg(size.to_string()).stdin(Stdio::piped()).spawn()?;
    let mut input = fill.stdin.take().context("no input")?;
    for (latin, korean) in names {
        let line = if korean.is_empty() { latin.clone() } else { format!("{latin}\t{korean}") };
        writeln!(input, "{line}")?;
    }
    drop(input);
    anyhow::ensure!(fill.wait()?.success(), "the shop cannot be filled");
    Ok(())
}

fn table(host: &str, names: &[(String, String)]) -> Result<()> {
    let step = (names.len() / WORDS).max(1);
    let first = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
    let is_word = |word: &String| word.chars().count() >= 3 && word.chars().all(char::is_alphabetic);
    let mut latin: Vec<String> = names.iter().step_by(step).map(|(name, _)| first(name)).filter(is_word).collect();
    let mut korean: Vec<String> = names.iter().step_by(step).map(|(_, name)| first(name)).filter(is_word).collect();
    if names.is_empty() {
        latin = ["kari", "motensel", "vorbi", "landu", "chepom", "grafi", "tea", "cheese"].map(str::to_owned).into();
        korean = ["초콜릿", "통조림", "커피잔", "에스프레소"].map(str::to_owned).into();
    }
    println!("{:<38} {:>6} {:>9} {:>9}", "as it is typed, one after another", "asked", "p50", "p95");
    for (name, words, initials) in [("Latin", &latin, false), ("Korean", &korean, false), ("Korean, initial consonants", &korean, true)] {
        for letters in 1..=3 {
            let typed = words.iter().map(|word| word.chars().take(letters).map(|letter| if initials { initial(letter) } else { letter }));
            let times = typed.map(|typed| ask(host, &typed.collect::<String>())).collect::<Result<Vec<_>>>()?;
            row(&format!("{name}, {letters} typed"), times);
        }
    }
    Ok(())
}

/// A syllable's first consonant (The Unicode Standard §3.12).
fn initial(syllable: char) -> char {
    const INITIALS: [char; 19] =
        ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
    u32::from(syllable).checked_sub(0xAC00).and_then(|place| INITIALS.get(place as usize / 588)).copied().unwrap_or(syllable)
}

fn ask(host: &str, typed: &str) -> Result<Duration> {
    let started = Instant::now();
    let mut link = TcpStream::connect(host)?;
    let path = format!("/api/v1/stores/hongdae/products?limit=24&q={}", percent(typed));
    write!(link, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut reply = Vec::new();
    link.read_to_end(&mut reply)?;
    anyhow::ensure!(reply.starts_with(b"HTTP/1.1 200"), "{path} is refused");
    Ok(started.elapsed())
}

fn row(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times.get(times.len() * share / 100).map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    println!("{name:<38} {:>6} {:>6.1} ms {:>6.1} ms", times.len(), at(50), at(95));
}

/// The most memory that a process has had, as Linux says it.
fn peak(process: u32) -> String {
    let status = std::fs::File::open(format!("/proc/{process}/status"));
    let lines = status.into_iter().flat_map(|status| BufReader::new(status).lines().map_while(Result::ok));
    let peak = lines.filter(|line| line.starts_with("VmHWM")).map(|line| after(&line, "VmHWM:").to_owned()).next();
    peak.and_then(|kilobytes| kilobytes.parse::<u64>().ok())
        .map_or_else(|| "an unknown amount".into(), |kilobytes| format!("{} MB", kilobytes / 1024))
}
