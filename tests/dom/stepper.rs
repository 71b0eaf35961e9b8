//! How many.

use super::stage::{stage, until};
use vitrine::i18n::provide_language;
use vitrine::prelude::*;
use vitrine::ui::stepper::Stepper;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_stepper_stops_at_what_there_is() {
    let stage = stage(|| {
        provide_language();
        view! { <Stepper label="how many" value=RwSignal::new(1) at_most=2_u32/> }
    });
    until("one is the least", || stage.find("button:first-of-type").has_attribute("disabled")).await;
    for _ in 0..3 {
        stage.press("button:last-of-type");
    }
    until("two is all there is", || stage.find("button:last-of-type").has_attribute("disabled")).await;
    assert_eq!(stage.find("output").text_content().as_deref(), Some("2"));
}
