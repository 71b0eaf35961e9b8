//! Products marked to be compared, up to four, and the mark on cards and pages.
//!
//! A phone remembers them, so that two labels scanned one after the other meet; on a kiosk they go with the page.

use super::icon::Shape;
use super::keepsake::{Keepsake, keep, kept};
use super::mark::Mark;
use super::toast::use_toasts;
use crate::i18n::{t, t_string, use_i18n, use_language};
use crate::prelude::*;
use domain::Gtin;

/// More columns than these are no comparison.
pub const MOST: usize = 4;
const KEY: &str = "compare";

/// What is marked on this device, in the order of marking.
#[derive(Clone, Copy)]
pub struct Marked {
    all: RwSignal<Vec<Keepsake>>,
    is_kept: bool,
    on_mark: Option<Callback<Gtin>>,
}

/// Provides it for the entry. `is_kept`: this device is one person's. `on_mark` hears of each that gets a mark.
pub fn provide_marked(is_kept: bool, on_mark: Callback<Gtin>) {
    let all = if is_kept { kept(KEY) } else { Vec::new() };
    provide_context(Marked { all: RwSignal::new(all), is_kept, on_mark: Some(on_mark) });
}

/// What is marked on this device.
pub fn use_marked() -> Marked {
    use_context().unwrap_or_else(|| Marked { all: RwSignal::new(Vec::new()), is_kept: false, on_mark: None })
}

impl Marked {
    /// In the order of marking.
    pub fn all(self) -> Signal<Vec<Keepsake>> {
        self.all.into()
    }

    /// Whether this one is.
    pub fn has(self, gtin: Gtin) -> bool {
        self.all.with(|all| all.iter().any(|one| one.gtin == gtin))
    }

    /// Marks it, or takes the mark off; false when there is no room.
    pub fn toggle(self, one: Keepsake) -> bool {
        let mut all = self.all.get_untracked();
        let before = all.len();
        all.retain(|known| known.gtin != one.gtin);
        if all.len() == before {
            if before == MOST {
                return false;
            }
            if let Some(on_mark) = self.on_mark {
                on_mark.run(one.gtin);
            }
            all.push(one);
        }
        self.set(all);
        true
    }

    /// Takes the mark off.
    pub fn remove(self, gtin: Gtin) {
        let mut all = self.all.get_untracked();
        all.retain(|known| known.gtin != gtin);
        self.set(all);
    }

    /// Takes all marks off.
    pub fn clear(self) {
        self.set(Vec::new());
    }

    fn set(self, all: Vec<Keepsake>) {
        if self.is_kept {
            keep(KEY, &all);
        }
        self.all.set(all);
    }
}

/// On or off, for one product.
#[component]
pub fn CompareMark(
    /// Which.
    #[prop(into)]
    of: Signal<Keepsake>,
    /// With its words beside the icon; on a card the icon alone stands.
    #[prop(optional)]
    in_words: bool,
) -> Markup {
    let (i18n, language, toasts, marked) = (use_i18n(), use_language(), use_toasts(), use_marked());
    let on = Memo::new(move |_| marked.has(of.with(|of| of.gtin)));
    let press = move |_| {
        if !marked.toggle(of.get_untracked()) {
            toasts.say(t_string!(i18n, compare.full));
        }
    };
    let label = move || t_string!(i18n, compare.mark_of, name = of.with(|of| of.name.get(language.get()).to_owned()));
    let words = in_words.then_some([t!(compare.mark), t!(compare.marked)]);
    view! { <Mark on shape=Shape::Compare label=Signal::derive(label) words on_press=press/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(gtin: &str) -> Keepsake {
        Keepsake { gtin: gtin.parse().expect("a GTIN"), name: domain::Text::default(), picture: None }
    }

    #[test]
    fn four_are_marked_at_most_and_a_second_press_takes_the_mark_off() {
        Owner::new().set();
        let marked = Marked { all: RwSignal::new(Vec::new()), is_kept: false, on_mark: None };
        let codes = ["96385074", "8801234567893", "2200290119521", "9506000134352", "9780306406157"];
        let taken: Vec<bool> = codes.into_iter().map(|code| marked.toggle(one(code))).collect();
        assert_eq!(taken, [true, true, true, true, false]);
        assert!(marked.toggle(one(codes[1])));
        assert!(!marked.has(one(codes[1]).gtin) && marked.has(one(codes[3]).gtin));
        assert!(marked.toggle(one(codes[4])), "there is room again");
        marked.clear();
        assert!(marked.all().get_untracked().is_empty());
    }
}
