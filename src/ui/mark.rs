//! A button that stays pressed while a product is marked.

use super::button::Press;
use super::icon::{Icon, Shape};
use crate::i18n::Sentence;
use crate::prelude::*;

/// On a card its icon alone, on a page in words.
#[component]
pub fn Mark(
    /// Whether it is pressed.
    on: Memo<bool>,
    /// What it looks like until then.
    shape: Shape,
    /// Its name, which is the same pressed or not.
    #[prop(into)]
    label: Signal<String>,
    /// What stands beside the icon before and after; none on a card.
    words: Option<[Sentence; 2]>,
    /// What a press does.
    #[prop(into)]
    mut on_press: Press,
) -> Markup {
    let kind = if words.is_some() { "words" } else { "icon" };
    let words = words.map(|[before, after]| view! { <span aria-hidden="true">{move || if on.get() { after } else { before }}</span> });
    view! {
        <button
            class="mark" type="button" data-kind=kind
            aria-pressed=move || if on.get() { "true" } else { "false" } aria-label=move || label.get() on:click=move |event| on_press.run(event)
        >
            {move || view! { <Icon shape=if on.get() { Shape::Check } else { shape }/> }}
            {words}
        </button>
    }
}
