//! What the catalogue of components shows. The words are nobody's.

use crate::prelude::*;
use crate::ui::error_summary::FieldError;
use crate::ui::segmented::Choice;
use crate::ui::swatch::Swatch;
use crate::ui::tabs::Tab;
use api::catalog::{Card, Price, Rating};
use domain::{Currency, Language, Money, Text};

fn text(words: &str) -> Text {
    Text::only(Language::EN, words)
}

pub(super) fn name() -> Text {
    text("Jisu")
}

pub(super) fn errors(words: Option<String>) -> Vec<FieldError> {
    words.into_iter().map(|words| FieldError { field: "wrong".to_owned(), words }).collect()
}

/// Full, last one on sale, none, and without price or reviews.
pub(super) fn cards() -> Vec<Card> {
    let won = |minor| Money { minor, currency: Currency::KRW };
    let price = |now, before: Option<i64>| Some(Price { now: won(now), before: before.map(won), until: None });
    let card = |name, price, tenths, count, available| Card {
        gtin: "96385074".parse().expect("a GTIN"),
        name: text(name),
        brand: text("Slow Kiln"),
        picture: None,
        price,
        rating: Rating { tenths, count },
        available,
        colours: Vec::new(),
    };
    vec![
        card("Everyday mug", price(18_000, None), Some(45), 16, 61),
        card("Teapot for one with a name that takes three whole lines", price(58_000, Some(64_000)), Some(50), 1, 1),
        card("Vase", price(34_000, None), Some(41), 230, 0),
        card("Made to order", None, None, 0, 4),
    ]
}

pub(super) fn sizes() -> Signal<Vec<Choice>> {
    let size = |value: &str, note: &str, faint| Choice { value: value.into(), words: value.into(), note: Some(note.into()), faint };
    Signal::stored(vec![size("S", "4", false), size("M", "3", false), size("L", "1", false), size("XL", "0", true)])
}

pub(super) fn colours() -> Signal<Vec<Swatch>> {
    let swatch = |value, name: &str, hex: Option<&str>| Swatch { value, name: name.to_owned(), hex: hex.map(str::to_owned), note: None };
    Signal::stored(vec![swatch(0, "Mist", Some("#8fa9b8")), swatch(1, "Moss", Some("#59654f")), swatch(2, "Matte Black", None)])
}

pub(super) fn tabs() -> Signal<Vec<Tab>> {
    Signal::stored(vec![Tab { value: "one", words: "One".into(), count: Some(3) }, Tab { value: "two", words: "Two".into(), count: None }])
}
