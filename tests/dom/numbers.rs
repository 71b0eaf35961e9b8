//! Numbers as the language writes them.

use domain::{Currency, Language, Money};
use vitrine::browser::intl;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn money_is_written_as_the_language_writes_it() {
    let won = Money { minor: 59_000, currency: Currency::KRW };
    assert!(intl::money(won, Language::EN).contains("59,000"));
    let dollars = Money { minor: 1250, currency: "USD".parse().expect("dollars") };
    assert!(intl::money(dollars, Language::EN).contains("12.50"), "minor units follow the currency's exponent");
}
