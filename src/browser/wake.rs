//! Keeps the screen on while something on it is being read by somebody else.

use crate::prelude::*;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type Waking;

    // Missing on plain http and in older browsers.
    #[wasm_bindgen(method, getter, js_name = wakeLock)]
    fn wake_lock(this: &Waking) -> Option<WakeLock>;

    type WakeLock;

    #[wasm_bindgen(method, catch)]
    fn request(this: &WakeLock, kind: &str) -> Result<Promise, JsValue>;

    type Lock;

    #[wasm_bindgen(method, catch)]
    fn release(this: &Lock) -> Result<Promise, JsValue>;
}

/// While the owner lives; again when the page is looked at again. Where the browser will not, the screen goes dark as it would.
pub fn use_wake() {
    let held = StoredValue::new(None::<Lock>);
    keep_on(held);
    let shown = window_event_listener_untyped("visibilitychange", move |_| keep_on(held));
    on_cleanup(move || {
        shown.remove();
        if let Some(lock) = held.try_update_value(Option::take).flatten() {
            // A lock that is gone already is no loss.
            let _ = lock.release();
        }
    });
}

fn keep_on(held: StoredValue<Option<Lock>>) {
    let navigator: Waking = window().navigator().unchecked_into();
    let Some(asked) = navigator.wake_lock().and_then(|wake| wake.request("screen").ok()) else { return };
    spawn_local(async move {
        let Ok(lock) = JsFuture::from(asked).await else { return };
        let lock: Lock = lock.unchecked_into();
        if held.try_update_value(|held| held.is_none()).is_none() {
            // The page has closed it meanwhile.
            let _ = lock.release();
            return;
        }
        held.set_value(Some(lock));
    });
}
