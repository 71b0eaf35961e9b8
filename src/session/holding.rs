//! The hold that this phone has made and not confirmed yet: a reload, or a look back at the product, goes on with it.

use crate::browser::storage;
use crate::client::decode;
use domain::{Gtin, Instant};
use serde::{Deserialize, Serialize};

const KEY: &str = "hold";

/// A hold under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// The store, in links.
    pub store: String,
    /// What is held.
    pub gtin: Gtin,
    /// Opens the reservation.
    pub token: String,
    /// Until when, as far as this phone knows.
    pub until: Instant,
}

/// The hold on this variant, as this phone remembers it; the server knows whether it still stands.
pub fn of(store: &str, gtin: Gtin) -> Option<Holding> {
    let text = storage::local(KEY)?;
    decode(&text).ok().filter(|holding: &Holding| holding.store == store && holding.gtin == gtin)
}

/// Remembers it.
pub fn remember(holding: &Holding) {
    if let Ok(text) = serde_json::to_string(holding) {
        storage::set_local(KEY, &text);
    }
}

/// It is confirmed, given up or over.
pub fn forget() {
    storage::remove_local(KEY);
}
