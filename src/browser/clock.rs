//! The shop's time as this device knows it, and waiting.

use crate::prelude::*;
use domain::{Instant, Span};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// How far the server's clock is ahead of the device's, in ms.
static AHEAD: AtomicI64 = AtomicI64::new(0);
/// Up to here a difference may be the way of the reply, and the header's whole seconds.
const TOLERATED: Span = Span::seconds(5);

/// The shop's time: what the device's clock says, set right by what the server said last. A kiosk whose clock is off by ten minutes
/// would otherwise show a hold as over that is not.
pub fn now() -> Instant {
    device() + Span::millis(AHEAD.load(Ordering::Relaxed))
}

/// What the device's clock says.
fn device() -> Instant {
    // Whole milliseconds, far below 2^53.
    Instant::from_millis(js_sys::Date::now() as i64)
}

/// Takes the server's time from the `Date` of a reply that comes from it and not from a cache.
pub fn set_by(date: &str) {
    let said = js_sys::Date::parse(date);
    if said.is_finite() {
        let ahead = Instant::from_millis(said as i64).since(device());
        let is_off = ahead.as_millis().abs() > TOLERATED.as_millis();
        AHEAD.store(if is_off { ahead.as_millis() } else { 0 }, Ordering::Relaxed);
    }
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
