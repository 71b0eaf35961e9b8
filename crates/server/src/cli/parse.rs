//! `vitrine parse`

use super::Stop;
use super::hosts::Hosts;
use clap::Args;
use domain::gs1::{self, Scanned};
use serde::Serialize;
use std::io::{BufRead, Write};
use std::process::ExitCode;

/// How codes come in and meanings go out.
#[derive(Args)]
pub(super) struct Parse {
    /// Print a JSON object a line.
    #[arg(long, env = "VITRINE_JSON")]
    json: bool,
    /// Read a JSON string a line, so that control characters travel.
    #[arg(long, env = "VITRINE_JSON_IN")]
    json_in: bool,
    #[command(flatten)]
    hosts: Hosts,
}

/// What a code means, as a line says it. Every key is always there.
#[derive(Debug, Default, Serialize)]
struct Meaning {
    input: String,
    kind: Option<&'static str>,
    gtin: Option<String>,
    ais: Vec<(String, String)>,
    slot: Option<String>,
    error: Option<String>,
}

impl Parse {
    pub(super) fn run(self) -> Result<ExitCode, Stop> {
        let hosts = self.hosts.resolve();
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        let mut lines = std::io::stdin().lock().split(b'\n');
        while let Some(line) = lines.next().transpose().map_err(Stop::failed)? {
            let meaning = match input(&line, self.json_in) {
                Ok(text) => meaning(text, &hosts),
                Err((text, error)) => Meaning { input: text, error: Some(error), ..Meaning::default() },
            };
            let line = if self.json { serde_json::to_string(&meaning).map_err(Stop::failed)? } else { plain(&meaning) };
            // Whoever reads may stop early, like `head`.
            if writeln!(out, "{line}").is_err() {
                return Ok(ExitCode::SUCCESS);
            }
        }
        let _ = out.flush();
        Ok(ExitCode::SUCCESS)
    }
}

/// The code in a line; on failure the line itself and why.
fn input(line: &[u8], json: bool) -> Result<String, (String, String)> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = std::str::from_utf8(line).map_err(|error| (String::from_utf8_lossy(line).into_owned(), format!("not UTF-8: {error}")))?;
    match json {
        true => serde_json::from_str(text).map_err(|error| (text.to_owned(), format!("not a JSON string: {error}"))),
        false => Ok(text.to_owned()),
    }
}

fn meaning(text: String, hosts: &gs1::Hosts) -> Meaning {
    let scanned = gs1::parse(&text, None, hosts);
    let said = Meaning { input: text, ..Meaning::default() };
    match scanned {
        Ok(Scanned::Product { gtin, slot, ais, .. }) => {
            Meaning { kind: Some("product"), gtin: Some(gtin.to_string()), ais, slot: slot.map(|slot| slot.to_string()), ..said }
        }
        Ok(Scanned::Other { ais, .. }) => {
            let gtin = ais.iter().find(|(ai, _)| ai == "01").map(|(_, gtin)| gtin.clone());
            Meaning { kind: Some("other"), gtin, ais, ..said }
        }
        Ok(Scanned::InStore { slot, .. }) => Meaning { kind: Some("in-store"), slot: slot.map(|slot| slot.to_string()), ..said },
        Ok(Scanned::Slot(slot)) => Meaning { kind: Some("slot"), slot: Some(slot.to_string()), ..said },
        Ok(Scanned::Reservation { .. }) => Meaning { kind: Some("reservation"), ..said },
        Ok(Scanned::HandOff { .. }) => Meaning { kind: Some("hand-off"), ..said },
        Err(error) => Meaning { error: Some(error.to_string()), ..said },
    }
}

fn plain(meaning: &Meaning) -> String {
    match (&meaning.error, meaning.kind) {
        (Some(error), _) => format!("{}: {error}", meaning.input.escape_debug()),
        (None, kind) => {
            let ais: String = meaning.ais.iter().map(|(ai, value)| format!(" ({ai}){}", value.escape_debug())).collect();
            let part = |value: &Option<String>| value.as_ref().map(|value| format!(" {value}")).unwrap_or_default();
            let slot = meaning.slot.as_ref().map(|slot| format!(" at {slot}")).unwrap_or_default();
            format!("{}: {}{}{slot}{ais}", meaning.input.escape_debug(), kind.unwrap_or_default(), part(&meaning.gtin))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_every_key_whatever_it_means() {
        let hosts = gs1::Hosts { own: vec!["shop.example".into()], trusted: vec![] };
        for text in ["8801234567893", "https://shop.example/01/08801234567893?q=7K2M9QXA", "", "javascript:alert(1)"] {
            let value = serde_json::to_value(meaning(text.to_owned(), &hosts)).expect("json");
            let keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
            assert_eq!(keys, ["ais", "error", "gtin", "input", "kind", "slot"]);
            assert_eq!(value["error"].is_null(), !value["kind"].is_null());
        }
    }

    #[test]
    fn control_characters_travel_in_json() {
        assert_eq!(input(b"\"]C10108801234567893\\u001d10A\"", true), Ok("]C10108801234567893\u{1d}10A".to_owned()));
        assert!(input(b"8801234567893", true).is_err(), "a number is no string");
        assert!(input(b"\xff", false).is_err());
    }
}
