//! The time on this device, and waiting.

use crate::prelude::*;
use domain::Instant;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// What the device's clock says.
pub fn now() -> Instant {
    // Whole milliseconds, far below 2^53.
    Instant::from_millis(js_sys::Date::now() as i64)
}

/// The time, told again `every` so often while its owner lives.
pub fn use_now(every: Duration) -> Signal<Instant> {
    let time = RwSignal::new(now());
    if let Ok(timer) = set_interval_with_handle(move || time.set(now()), every) {
        on_cleanup(move || timer.clear());
    }
    time.into()
}

/// Becomes true once `after` has passed; the timer goes with its owner.
pub fn use_elapsed(after: Duration) -> Signal<bool> {
    let elapsed = RwSignal::new(false);
    if let Ok(timer) = set_timeout_with_handle(move || elapsed.set(true), after) {
        on_cleanup(move || timer.clear());
    }
    elapsed.into()
}

/// Follows `source` once it has been quiet for `pause`: as-you-type.
pub fn use_settled<T: Clone + PartialEq + Send + Sync + 'static>(source: RwSignal<T>, pause: Duration) -> Signal<T> {
    let settled = RwSignal::new(source.get_untracked());
    Effect::new(move |_| {
        let value = source.get();
        let timer = set_timeout_with_handle(
            move || {
                settled.try_set(value);
            },
            pause,
        );
        on_cleanup(move || {
            if let Ok(timer) = timer {
                timer.clear();
            }
        });
    });
    Memo::new(move |_| settled.get()).into()
}

/// Waits.
pub async fn sleep(time: Duration) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        set_timeout(
            move || {
                // The promise's own function takes any call.
                let _ = done.call0(&wasm_bindgen::JsValue::NULL);
            },
            time,
        );
    });
    // A timer's promise is never rejected.
    let _ = JsFuture::from(promise).await;
}

/// A wait between tries: doubles from one second to `cap`, less up to a third by chance, so that a shop's phones do not knock together.
pub fn back_off(tries: u32, cap: Duration) -> Duration {
    let whole = Duration::from_secs(1 << tries.min(6)).min(cap);
    whole.mul_f64(1.0 - js_sys::Math::random() / 3.0)
}
