//! A scanner that types: keys faster than fingers, then Enter, Tab or nothing, however it is set up: nobody has to say which. In a text
//! field it types like any keyboard, unless the field is there for it ([`on_burst_in`]).

use crate::prelude::*;
use leptos::ev;
use std::time::Duration;

/// Milliseconds between two keys of a scanner, at most; the slowest ones that are sold send a key in 30.
const QUICK: f64 = 50.0;
/// Milliseconds of silence that end a code where no key does. A scanner's next key would have come long before.
const SILENCE: Duration = Duration::from_millis(150);
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
            return Some(text).filter(|text| goes_on && is_code(text));
        }
        if key.chars().count() == 1 {
            self.text = if goes_on { text + key } else { key.to_owned() };
        }
        None
    }

    /// After a silence: the text, when it was a burst.
    fn rest(&mut self) -> Option<String> {
        Some(std::mem::take(&mut self.text)).filter(|text| is_code(text))
    }
}

fn is_code(text: &str) -> bool {
    text.chars().count() >= LEAST
}

/// Calls back with each code that a scanner types outside a text field, while the owner lives.
pub fn on_burst(callback: impl Fn(String) + 'static) {
    listen(|| !is_in_text(), callback);
}

/// Calls back when a scanner has typed into the field with this id, which then holds the code, and whatever stood there before it.
pub fn on_burst_in(id: &'static str, callback: impl Fn() + 'static) {
    let is_there = move || document().active_element().is_some_and(|element| element.id() == id);
    listen(is_there, move |_| callback());
}

fn listen(is_meant: impl Fn() -> bool + 'static, callback: impl Fn(String) + 'static) {
    let (burst, silence) = (StoredValue::new(Burst::default()), StoredValue::new(None::<TimeoutHandle>));
    let callback = std::rc::Rc::new(callback);
    let typed = window_event_listener(ev::keydown, move |event| {
        if let Some(timer) = silence.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        // A key that is held down repeats itself as fast as a scanner.
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat() || !is_meant() {
            return burst.set_value(Burst::default());
        }
        let (key, at) = (event.key(), event.time_stamp());
        let code = burst.try_update_value(|burst| burst.take(&key, at)).flatten();
        if let Some(code) = code {
            // Enter would press the button that has the focus, Tab would leave the field.
            event.prevent_default();
            return callback(code);
        }
        let callback = callback.clone();
        let rest = move || {
            if let Some(code) = burst.try_update_value(Burst::rest).flatten() {
                callback(code);
            }
        };
        silence.set_value(set_timeout_with_handle(rest, SILENCE).ok());
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
        let mut unended = Burst::default();
        quick("8801234500258").iter().enumerate().for_each(|(place, (key, _))| assert_eq!(unended.take(key, 8.0 * place as f64), None));
        assert_eq!((unended.rest().as_deref(), unended.rest()), (Some("8801234500258"), None), "nothing ends it but silence, once");
        let mut by_hand = Burst::default();
        "8801234500258".chars().enumerate().for_each(|(place, key)| assert_eq!(by_hand.take(&key.to_string(), 120.0 * place as f64), None));
        assert_eq!(by_hand.rest(), None);
        let capital = [vec![("Shift", 4.0)], with("7K3M9PXA", ("Enter", 8.0))].concat();
        assert_eq!(typed(&capital).as_deref(), Some("7K3M9PXA"));
    }
}
