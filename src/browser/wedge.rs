//! A scanner that types: keys faster than fingers, then Enter or Tab. In a text field it types like any keyboard.

use crate::prelude::*;
use leptos::ev;

/// Milliseconds between two keys of a scanner, at most; the slowest ones that are sold send a key in 30.
const QUICK: f64 = 50.0;
/// The shortest code: UPC-E without its check digit. Nobody types so much so fast.
const LEAST: usize = 6;

/// What came in one go so far, and when its last key did.
#[derive(Clone, Debug, Default, PartialEq)]
struct Burst {
    text: String,
    last: f64,
}

impl Burst {
    /// Takes a key; the text when that ends a burst.
    fn take(&mut self, key: &str, at: f64) -> Option<String> {
        // Held down for a capital letter.
        if key == "Shift" {
            return None;
        }
        let goes_on = at - self.last <= QUICK;
        let text = std::mem::take(&mut self.text);
        self.last = at;
        if matches!(key, "Enter" | "Tab") {
            return (goes_on && text.chars().count() >= LEAST).then_some(text);
        }
        if key.chars().count() == 1 {
            self.text = if goes_on { text + key } else { key.to_owned() };
        }
        None
    }
}

/// Calls back with each code that a scanner types outside a text field, while the owner lives.
pub fn on_burst(callback: impl Fn(String) + 'static) {
    let burst = StoredValue::new(Burst::default());
    let typed = window_event_listener(ev::keydown, move |event| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || is_in_text() {
            return burst.set_value(Burst::default());
        }
        let (key, at) = (event.key(), event.time_stamp());
        let code = burst.try_update_value(|burst| burst.take(&key, at)).flatten();
        if let Some(code) = code {
            // Enter would press the button that has the focus.
            event.prevent_default();
            callback(code);
        }
    });
    on_cleanup(move || typed.remove());
}

fn is_in_text() -> bool {
    document().active_element().is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys with the milliseconds before each.
    fn typed(keys: &[(&str, f64)]) -> Option<String> {
        let (mut burst, mut at) = (Burst::default(), 1_000.0);
        let mut said = None;
        for (key, after) in keys {
            at += after;
            said = burst.take(key, at);
        }
        said
    }

    #[test]
    fn only_what_is_typed_faster_than_by_hand_is_a_code() {
        let quick = |text: &'static str| text.split("").filter(|key| !key.is_empty()).map(|key| (key, 8.0)).collect::<Vec<_>>();
        let with = |text: &'static str, end: (&'static str, f64)| [quick(text), vec![end]].concat();
        assert_eq!(typed(&with("8801234500258", ("Enter", 8.0))).as_deref(), Some("8801234500258"));
        assert_eq!(typed(&with("8801234500258", ("Tab", 30.0))).as_deref(), Some("8801234500258"));
        assert_eq!(typed(&with("8801234500258", ("Enter", 400.0))), None, "a hand that ends it");
        assert_eq!(typed(&with("88012", ("Enter", 8.0))), None, "too short");
        assert_eq!(typed(&quick("8801234500258")), None, "not yet");
        let slow: Vec<(&str, f64)> = [("8", 120.0); 13].into_iter().chain([("Enter", 120.0)]).collect();
        assert_eq!(typed(&slow), None);
        let after_a_pause = [vec![("x", 8.0), ("y", 8.0)], vec![("9", 500.0)], with("6385074", ("Enter", 8.0))].concat();
        assert_eq!(typed(&after_a_pause).as_deref(), Some("96385074"), "what was typed before is no part of it");
        let capital = [vec![("Shift", 4.0)], with("7K3M9PXA", ("Enter", 8.0))].concat();
        assert_eq!(typed(&capital).as_deref(), Some("7K3M9PXA"));
    }
}
