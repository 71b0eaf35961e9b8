//! New uuids (version 7), made here: `crypto.randomUUID` is missing on plain http.

use super::clock;
use uuid::{Builder, Uuid};

/// A new uuid.
pub fn mint() -> Uuid {
    let mut random = [0; 10];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut random).is_ok());
    if !filled {
        random.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    Builder::from_unix_timestamp_millis(clock::now().millis().unsigned_abs(), &random).into_uuid()
}
