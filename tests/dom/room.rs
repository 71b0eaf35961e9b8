//! A kiosk opens pages all day.

use super::stage::stage;
use std::time::Duration;
use vitrine::browser::clock;
use vitrine::i18n::provide_language;
use vitrine::markup::Markup;
use vitrine::prelude::*;
use vitrine::ui::stepper::Stepper;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;

fn room() -> u32 {
    wasm_bindgen::memory().unchecked_into::<js_sys::WebAssembly::Memory>().buffer().unchecked_into::<js_sys::ArrayBuffer>().byte_length()
}

/// Opens a page full of words that follow the language, and leaves it, again and again.
async fn open_often(page: RwSignal<u32>, times: u32) {
    for _ in 0..times {
        page.update(|page| *page += 1);
        clock::sleep(Duration::ZERO).await;
    }
}

#[wasm_bindgen_test]
async fn a_page_that_is_opened_again_and_again_takes_no_more_room() {
    let page = RwSignal::new(0_u32);
    let _stage = stage(move || {
        provide_language();
        let steppers =
            || -> Markup { (0..40_u32).map(|_| view! { <Stepper label="how many" value=RwSignal::new(1) at_most=2_u32/> }).collect_view() };
        view! { <main>{each(move || vec![page.get()], |page| *page, move |_| steppers())}</main> }
    });
    open_often(page, 60).await;
    let before = room();
    open_often(page, 240).await;
    // A few pages of 64 KB may come of how free room lies; what was never forgotten took many.
    let grown = room() - before;
    assert!(grown <= 4 * 65_536, "{grown} bytes");
}
