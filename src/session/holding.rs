//! The hold that this phone has made and not confirmed yet: a reload, or a look back at a product, goes on with it.

use super::kiosk::is_kiosk;
use crate::browser::storage;
use domain::{Gtin, Instant};

const KEY: &str = "hold";

/// A hold under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The store, in links.
    pub store: String,
    /// Opens the reservation.
    pub token: String,
    /// Until when, as far as this phone knows.
    pub until: Instant,
    /// What was asked for.
    pub gtins: Vec<Gtin>,
}

/// The hold that this variant is part of, as this phone remembers it; the server knows whether it still stands.
pub fn of(store: &str, gtin: Gtin) -> Option<Holding> {
    read(&storage::local(KEY)?).filter(|holding| holding.store == store && holding.gtins.contains(&gtin))
}

/// Remembers it; a kiosk does not.
pub fn remember(holding: &Holding) {
    if !is_kiosk() {
        storage::set_local(KEY, &write(holding));
    }
}

/// It is confirmed, given up or over.
pub fn forget() {
    storage::remove_local(KEY);
}

/// Four words with blanks between.
fn write(holding: &Holding) -> String {
    let codes: Vec<String> = holding.gtins.iter().map(Gtin::to_string).collect();
    [holding.store.as_str(), &holding.token, &holding.until.millis().to_string(), &codes.join(",")].join(" ")
}

fn read(text: &str) -> Option<Holding> {
    let [store, token, until, codes] = text.split(' ').collect::<Vec<_>>().try_into().ok()?;
    let gtins = codes.split(',').filter_map(|code| code.parse().ok()).collect();
    Some(Holding { store: store.to_owned(), token: token.to_owned(), until: Instant::from_millis(until.parse().ok()?), gtins })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hold_is_read_as_it_was_written_and_another_program_s_is_none() {
        let gtins = ["96385074", "8801234567893"].map(|text| text.parse().expect("a GTIN")).to_vec();
        let holding = Holding { store: "hongdae".into(), token: "00ff".into(), until: Instant::from_millis(1_795_320_000_000), gtins };
        assert_eq!(read(&write(&holding)), Some(holding));
        assert_eq!(read("{\"store\":\"hongdae\"}"), None);
    }
}
