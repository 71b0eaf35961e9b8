//! Components in a real browser: what they do when they are pressed, and when the language changes.

#![cfg(target_arch = "wasm32")]

use domain::{Currency, Language, Money};
use leptos::prelude::*;
use vitrine::browser::intl;
use vitrine::i18n::{Locale, choose, provide_language, use_i18n};
use vitrine::ui::stepper::Stepper;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Mounted into a fresh element of the page; gone when dropped.
struct Stage {
    root: web_sys::HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

fn stage<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Stage {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let root: web_sys::HtmlElement = document.create_element("div").expect("an element").unchecked_into();
    document.body().expect("a body").append_child(&root).expect("a place");
    let mounted = mount_to(root.clone(), view);
    Stage { root, _mounted: Box::new(mounted) }
}

impl Stage {
    fn button(&self, index: u32) -> web_sys::HtmlElement {
        self.root.get_elements_by_tag_name("button").item(index).expect("a button").unchecked_into()
    }

    fn shown(&self) -> String {
        self.root.query_selector("output").ok().flatten().and_then(|output| output.text_content()).unwrap_or_default()
    }
}

/// Effects run after the present task.
async fn settled() {
    leptos::task::tick().await;
    leptos::task::tick().await;
}

#[wasm_bindgen_test]
async fn a_stepper_stops_at_what_there_is() {
    let value = RwSignal::new(1);
    let stage = stage(move || {
        provide_language();
        view! { <Stepper label=Signal::stored("how many".to_owned()) value at_most=Signal::stored(2)/> }
    });
    settled().await;
    assert!(stage.button(0).has_attribute("disabled"), "one is the least");
    for _ in 0..3 {
        stage.button(1).click();
        settled().await;
    }
    assert_eq!((value.get_untracked(), stage.shown().as_str()), (2, "2"));
    assert!(stage.button(1).has_attribute("disabled"), "two is all there is");
}

#[wasm_bindgen_test]
async fn a_change_of_language_keeps_what_was_done() {
    let (value, words) = (RwSignal::new(1), StoredValue::new(None));
    let stage = stage(move || {
        provide_language();
        words.set_value(Some(use_i18n()));
        view! { <Stepper label=Signal::stored("how many".to_owned()) value at_most=Signal::stored(9)/> }
    });
    let words = words.get_value().expect("the words");
    choose(words, Locale::ko);
    settled().await;
    stage.button(1).click();
    let korean = stage.button(1).get_attribute("aria-label");
    choose(words, Locale::en);
    settled().await;
    assert_ne!(stage.button(1).get_attribute("aria-label"), korean);
    assert_eq!(stage.shown(), "2");
}

#[wasm_bindgen_test]
fn money_is_written_as_the_language_writes_it() {
    let won = Money { minor: 59_000, currency: Currency::KRW };
    assert!(intl::money(won, Language::EN).contains("59,000"));
    let dollars = Money { minor: 1250, currency: "USD".parse().expect("dollars") };
    assert!(intl::money(dollars, Language::EN).contains("12.50"), "minor units follow the currency's exponent");
}
