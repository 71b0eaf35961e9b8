//! New uuids (version 7), made here: `crypto.randomUUID` is missing on plain http.

use super::clock;
use uuid::{Builder, Uuid};

/// A new uuid.
pub fn mint() -> Uuid {
    Builder::from_unix_timestamp_millis(clock::now().millis().unsigned_abs(), &random()).into_uuid()
}

/// A new key that nobody guesses: 128 bits in hexadecimal.
pub fn key() -> String {
    random::<16>().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn random<const COUNT: usize>() -> [u8; COUNT] {
    let mut random = [0; COUNT];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut random).is_ok());
    if !filled {
        random.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    random
}
