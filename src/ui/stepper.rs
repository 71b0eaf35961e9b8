//! How many: less, the number, more.

use super::icon::{Icon, Shape};
use crate::i18n::t;
use crate::prelude::*;

/// A number between `at_least` and `at_most`.
#[component]
pub fn Stepper(
    /// What is counted.
    #[prop(into)]
    label: Signal<String>,
    /// The number.
    value: RwSignal<u32>,
    /// The most.
    #[prop(into)]
    at_most: Signal<u32>,
    /// The least.
    #[prop(default = 1)]
    at_least: u32,
) -> Markup {
    let less = move |_: leptos::ev::MouseEvent| value.update(|value| *value = value.saturating_sub(1).max(at_least));
    let more = move |_: leptos::ev::MouseEvent| value.update(|value| *value = (*value + 1).min(at_most.get_untracked().max(at_least)));
    let is_least = move || value.get() <= at_least;
    let is_most = move || value.get() >= at_most.get();
    view! {
        <div class="stepper" role="group" aria-label=move || label.get()>
            <button
                class="stepper__step" type="button" aria-label=t!(common.stepper.less)
                prop:disabled=is_least on:click=less
            >
                <Icon shape=Shape::Minus/>
            </button>
            <output class="stepper__value" aria-live="polite">{move || value.get()}</output>
            <button
                class="stepper__step" type="button" aria-label=t!(common.stepper.more)
                prop:disabled=is_most on:click=more
            >
                <Icon shape=Shape::Plus/>
            </button>
        </div>
    }
}
