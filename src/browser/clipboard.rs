//! Copies a text. In-app browsers and plain http refuse, so the answer matters.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Whether it is on the clipboard now.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // `navigator.clipboard` is missing on plain http; web-sys would trap on it.
    let navigator = window.navigator();
    match js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")) {
        Ok(clipboard) if !clipboard.is_undefined() => JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok(),
        _ => false,
    }
}
