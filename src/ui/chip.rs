//! A small thing to choose or to follow.

use leptos::prelude::*;

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
) -> impl IntoView {
    view! { <a class="chip" href=move || href.get() aria-current=move || current.get().then_some("true")>{children()}</a> }
}

/// A choice that is on or off; `on:click` goes on the component.
#[component]
pub fn Chip(
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! { <button class="chip" type="button" aria-pressed=move || if on.get() { "true" } else { "false" }>{children()}</button> }
}
