//! A small thing to choose or to follow.

use super::button::Press;
use crate::prelude::*;

/// A link in a row of its like.
#[component]
pub fn ChipLink(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// The one that is shown now.
    #[prop(optional, into)]
    current: Signal<bool>,
    /// Its words.
    children: Children,
) -> Markup {
    view! { <a class="chip" href=move || href.get() aria-current=move || current.get().then_some("true")>{children()}</a> }
}

/// A choice that is on or off.
#[component]
pub fn Chip(
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// What a press does.
    #[prop(into)]
    mut on_press: Press,
    /// Its words.
    children: Children,
) -> Markup {
    view! { <button class="chip" type="button" aria-pressed=move || if on.get() { "true" } else { "false" } on:click=move |event| on_press.run(event)>{children()}</button> }
}
