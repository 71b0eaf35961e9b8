//! Hands an address over to another program of this phone, where the browser can.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Another program has it, or the visitor changed their mind.
    Done,
    /// This browser cannot; offer another way.
    No,
}

/// Opens the phone's own sheet. Must be called while a press is handled.
pub async fn share(title: &str, url: &str) -> Shared {
    let Some(share) = function() else { return Shared::No };
    let data = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        // A fresh object takes every property.
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    let navigator = leptos::prelude::window().navigator();
    let Some(promise) = share.call1(&navigator, &data).ok().and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) else {
        return Shared::No;
    };
    match JsFuture::from(promise).await {
        Ok(_) => Shared::Done,
        // Closing the sheet is an answer, too; what is not allowed is not.
        Err(error) if name_of(&error) == "AbortError" => Shared::Done,
        Err(_) => Shared::No,
    }
}

/// Missing on desktops and on plain http.
fn function() -> Option<Function> {
    let navigator = leptos::prelude::window().navigator();
    Reflect::get(&navigator, &JsValue::from_str("share")).ok()?.dyn_into().ok()
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string()).unwrap_or_default()
}
