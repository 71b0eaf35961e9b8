//! Components in a real browser: what they do when they are pressed.

#![cfg(target_arch = "wasm32")]

use domain::{Currency, Language, Money};
use leptos::prelude::*;
use std::time::Duration;
use vitrine::browser::clock;
use vitrine::browser::intl;
use vitrine::i18n::provide_language;
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

/// Effects run after the present task, and some wake others: looks again, turn by turn, until `is_so`.
async fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..500 {
        if is_so() {
            return;
        }
        clock::sleep(Duration::from_millis(4)).await;
    }
    panic!("never came: {what}");
}

#[wasm_bindgen_test]
async fn a_stepper_stops_at_what_there_is() {
    let value = RwSignal::new(1);
    let stage = stage(move || {
        provide_language();
        view! { <Stepper label=Signal::stored("how many".to_owned()) value at_most=Signal::stored(2)/> }
    });
    until("one is the least", || stage.button(0).has_attribute("disabled")).await;
    for _ in 0..3 {
        stage.button(1).click();
    }
    until("two is all there is", || stage.button(1).has_attribute("disabled")).await;
    assert_eq!((value.get_untracked(), stage.shown().as_str()), (2, "2"));
}

#[wasm_bindgen_test]
fn money_is_written_as_the_language_writes_it() {
    let won = Money { minor: 59_000, currency: Currency::KRW };
    assert!(intl::money(won, Language::EN).contains("59,000"));
    let dollars = Money { minor: 1250, currency: "USD".parse().expect("dollars") };
    assert!(intl::money(dollars, Language::EN).contains("12.50"), "minor units follow the currency's exponent");
}
