//! What stands without a network, kept by a service worker.

use crate::prelude::*;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type Serving;

    // Missing on plain http, and in private windows of some browsers.
    #[wasm_bindgen(method, getter, js_name = serviceWorker)]
    fn service_worker(this: &Serving) -> Option<Workers>;

    type Workers;

    #[wasm_bindgen(method, catch)]
    fn register(this: &Workers, script: &str, options: &Object) -> Result<Promise, JsValue>;
}

/// Has a service worker look after the pages below a path; once is enough for ever.
pub fn look_after(scope: &str, worker: &str) {
    let options = Object::new();
    // A fresh object takes every property.
    let _ = Reflect::set(&options, &"scope".into(), &scope.into());
    let navigator: Serving = window().navigator().unchecked_into();
    if let Some(asked) = navigator.service_worker().and_then(|workers| workers.register(worker, &options).ok()) {
        // Where it is refused, a ticket needs the network as before.
        wasm_bindgen_futures::spawn_local(async move { drop(wasm_bindgen_futures::JsFuture::from(asked).await) });
    }
}
