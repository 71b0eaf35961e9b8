//! Figures of one run on this machine, side by side. They are no pass marks: machines are noisy and differ.
//!
//! Absent so far: live streams, which come with what they measure. Races are `cargo xtask races`.

mod imports;
mod in_view;
mod large;
mod route;
mod scanner;

use crate::{apt, lifeline, project, server};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Requests at a time, as from a shop full of phones.
const AT_ONCE: &str = "-c16";
const FOR: &str = "-d6s";
/// Holds on each side.
const HOLDS: usize = 4_000;

/// Starts the demo shop on one core, asks it from another, and prints a table.
pub fn run() -> Result<()> {
    server::build()?;
    let wrk = apt::wrk()?;
    let started = Instant::now();
    let mut shop = pinned("0", server::binary())
        .args(["demo", "--listen", "127.0.0.1:0"])
        .env("VITRINE_PRINT_LISTENING", "1")
        .stdout(Stdio::piped())
        .spawn()
        .context("the server does not start")?;
    let greeting = greeting(&mut shop)?;
    let ready = started.elapsed();
    let outcome = table(&wrk, &greeting);
    lifeline::end(&mut shop, "TERM");
    println!("demo shop made and ready in {} ms, on {}", ready.as_millis(), machine());
    outcome?;
    large::run()?;
    imports::run()?;
    route::run()?;
    crate::long::holds(HOLDS)?;
    scanner::run()?;
    in_view::run()
}

/// Where the shop listens, and a label's path.
struct Greeting {
    host: String,
    label: String,
}

impl Greeting {
    /// The address alone, as `serve` says it.
    fn host_of(shop: &mut Child) -> Result<String> {
        let lines = BufReader::new(shop.stdout.take().context("no output")?).lines();
        let host =
            |line: std::io::Result<String>| line.ok()?.strip_prefix("LISTENING http://").map(|host| host.trim_end_matches('/').to_owned());
        lines.filter_map(host).next().context("the server ended")
    }
}

fn greeting(shop: &mut Child) -> Result<Greeting> {
    let mut lines = BufReader::new(shop.stdout.take().context("no output")?).lines();
    let (mut host, mut label) = (None, None);
    while host.is_none() || label.is_none() {
        let line = lines.next().context("the server ended")??;
        host = host.or_else(|| line.strip_prefix("LISTENING http://").map(str::to_owned));
        label = label.or_else(|| line.split_once("/01/").map(|(_, label)| format!("/01/{}", label.trim())));
    }
    // What it still has to say must find somebody who reads.
    std::thread::spawn(move || lines.for_each(drop));
    Ok(Greeting { host: host.unwrap_or_default(), label: label.unwrap_or_default() })
}

fn table(wrk: &std::path::Path, shop: &Greeting) -> Result<()> {
    let gtin = shop.label.trim_start_matches("/01/").split('?').next().unwrap_or_default();
    let product = format!("/api/v1/stores/hongdae/products/{gtin}");
    let tag = entity_tag(&shop.host, &product)?;
    let unchanged = format!("If-None-Match: {tag}");
    let rows: [(&str, &str, Option<&str>); 5] = [
        ("product", &product, None),
        ("product, unchanged", &product, Some(&unchanged)),
        ("label's page with its first content", &shop.label, None),
        ("search, a page of results", "/api/v1/stores/hongdae/products?q=s", None),
        ("map", "/api/v1/stores/hongdae/planogram", None),
    ];
    println!("{:<38} {:>10} {:>8} {:>9} {:>9}", "one core, 16 at a time", "a second", "ratio", "p50", "p99");
    let mut first = None;
    for (name, path, header) in rows {
        let mut ask = pinned("1", wrk);
        ask.args(["-t1", AT_ONCE, FOR, "--latency"]).args(header.iter().flat_map(|header| ["-H", header]));
        let said = project::answer(ask.arg(format!("http://{}{path}", shop.host))).with_context(|| format!("wrk failed at {path}"))?;
        let rate: f64 = after(&said, "Requests/sec:").parse().with_context(|| format!("wrk said {said}"))?;
        let ratio = rate / *first.get_or_insert(rate);
        println!("{name:<38} {rate:>10.0} {ratio:>8.2} {:>9} {:>9}", latency(&said, "50%"), latency(&said, "99%"));
    }
    Ok(())
}

/// A share of the answers came within this.
fn latency<'a>(said: &'a str, share: &str) -> &'a str {
    said.split_once("Latency Distribution").map_or("-", |(_, distribution)| after(distribution, share))
}

/// The word after a mark.
fn after<'a>(said: &'a str, mark: &str) -> &'a str {
    said.split_once(mark).and_then(|(_, rest)| rest.split_whitespace().next()).unwrap_or("-")
}

/// On a core of its own, where the system can do that.
fn pinned(core: &str, program: impl AsRef<std::path::Path>) -> Command {
    let taskset = std::path::Path::new("/usr/bin/taskset");
    match taskset.exists() && std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1) {
        true => {
            let mut command = Command::new(taskset);
            command.args(["-c", core]).arg(program.as_ref());
            command
        }
        false => Command::new(program.as_ref()),
    }
}

fn entity_tag(host: &str, path: &str) -> Result<String> {
    let mut link = TcpStream::connect(host)?;
    write!(link, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut reply = String::new();
    link.read_to_string(&mut reply)?;
    let tag = reply.lines().find_map(|line| line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("etag")));
    tag.map(|(_, tag)| tag.trim().to_owned()).with_context(|| format!("{path} has no entity tag"))
}

/// A text in a query.
fn percent(text: &str) -> String {
    text.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn machine() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = text.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("an unknown processor");
    name.trim_start_matches([' ', '\t', ':']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_what_wrk_says() {
        let said = "    Req/Sec    63.02k     5.07k   75.75k    81.50%\n  Latency Distribution\n     50%    1.49ms\n     99%    4.02ms\n\
                    Requests/sec:  10432.11\n";
        let read = [latency(said, "50%"), latency(said, "99%"), after(said, "Requests/sec:"), after(said, "none")];
        assert_eq!(read, ["1.49ms", "4.02ms", "10432.11", "-"]);
    }
}
