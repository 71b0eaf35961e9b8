//! A long row of choices begins with twelve; the rest comes when somebody asks.

use crate::browser::intl;
use crate::i18n::{language_of, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};

/// What fits on a phone without pushing the rest off it.
pub(super) const FIRST: usize = 12;

/// The indices that are shown: the first ones, and always the chosen one.
pub(super) fn shown(count: usize, chosen: usize, is_whole: bool) -> Vec<usize> {
    (0..count).filter(|index| is_whole || *index < FIRST || *index == chosen).collect()
}

/// Asks for the rest.
#[component]
pub(super) fn More(
    /// How many there are in all.
    count: Signal<usize>,
    /// They are all shown.
    whole: RwSignal<bool>,
) -> Markup {
    let i18n = use_i18n();
    let is_folded = Memo::new(move |_| !whole.get() && count.get() > FIRST);
    let all = move || t_string!(i18n, product.show_all_choices, count = intl::number(count.get() as u32, language_of(i18n.get_locale())));
    live(move || is_folded.get().then(|| view! { <Button variant=Variant::Quiet on_press=move |_| whole.set(true)>{all}</Button> }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_one_is_shown_wherever_it_stands() {
        assert_eq!(shown(3, 0, false), [0, 1, 2]);
        assert_eq!(shown(40, 30, false), (0..FIRST).chain([30]).collect::<Vec<_>>());
        assert_eq!(shown(40, 2, false).len(), FIRST);
        assert_eq!(shown(40, 2, true).len(), 40);
    }
}
