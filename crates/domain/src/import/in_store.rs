//! Numbers for goods without a barcode.

use crate::Gtin;

/// A restricted circulation number for inside the shop (GS1 General Specifications §2.1.11: 13 digits with the prefixes 20–29), the
/// same for the same seed. `attempt` counts up while the number is taken.
pub fn in_store_number(seed: u64, attempt: u64) -> Gtin {
    let body = 200_000_000_000 + seed.wrapping_add(attempt) % 100_000_000_000;
    let digits: Vec<u8> = format!("{body}").bytes().map(|digit| digit - b'0').collect();
    // Thirteen digits with their own check digit are always a GTIN's form.
    format!("{body}{}", Gtin::check_digit(&digits)).parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_in_store_number_is_restricted_and_the_same_each_time(seed: u64, attempt in 0..100_u64) {
            let number = in_store_number(seed, attempt);
            prop_assert!(number.is_restricted() && number != Gtin::default());
            prop_assert_eq!(number, in_store_number(seed, attempt));
            prop_assert!(number != in_store_number(seed, attempt + 1));
        }
    }
}
