//! Whether this device is a kiosk: many people, one after another, and nothing of theirs may stay.

use crate::browser::storage;

const SURFACE: &str = "surface";

/// Set once, when the device is enrolled.
pub fn is_kiosk() -> bool {
    storage::local(SURFACE).is_some_and(|surface| surface == "kiosk")
}
