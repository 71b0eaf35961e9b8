//! What stands without a network: `public/sw.js` keeps the ticket's page and program.

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

/// Has the ticket's page kept from now on; once is enough for ever.
pub fn keep_tickets() {
    let options = Object::new();
    // A fresh object takes every property.
    let _ = Reflect::set(&options, &"scope".into(), &"/r".into());
    let navigator: Serving = window().navigator().unchecked_into();
    if let Some(asked) = navigator.service_worker().and_then(|workers| workers.register("/sw.js", &options).ok()) {
        // Where it is refused, a ticket needs the network as before.
        wasm_bindgen_futures::spawn_local(async move { drop(wasm_bindgen_futures::JsFuture::from(asked).await) });
    }
}
