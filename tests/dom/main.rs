//! Components in a real browser: what they do when they are pressed.

#![cfg(target_arch = "wasm32")]

mod markup;
mod numbers;
mod room;
mod stage;
mod stepper;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
