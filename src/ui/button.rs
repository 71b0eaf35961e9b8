//! Something to press.

use leptos::prelude::*;

/// How much a button asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variant {
    /// The page's one main act.
    Primary,
    /// Another act.
    #[default]
    Second,
    /// An act beside the others.
    Quiet,
    /// Takes something away.
    Danger,
}

impl Variant {
    /// For `data-variant`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Second => "second",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// A button; `on:click` goes on the component. While `busy` or `blocked` a press does nothing.
#[component]
pub fn Button(
    /// How much it asks for.
    #[prop(optional)]
    variant: Variant,
    /// Sends its form.
    #[prop(optional)]
    submit: bool,
    /// Its act is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it cannot be pressed now: a sentence under it.
    #[prop(optional, into)]
    blocked: Signal<Option<String>>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let dead = Memo::new(move |_| busy.get() || blocked.with(Option::is_some));
    let stop = move |event: leptos::ev::MouseEvent| {
        if dead.get_untracked() {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    };
    view! {
        <button
            class="button"
            type=if submit { "submit" } else { "button" }
            data-variant=variant.name()
            aria-disabled=move || dead.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click:capture=stop
        >
            <span class="button__words">{children()}</span>
            {move || blocked.get().map(|reason| view! { <small class="button__reason">{reason}</small> })}
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks for.
    #[prop(optional)]
    variant: Variant,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! { <a class="button" data-variant=variant.name() href=move || href.get()><span class="button__words">{children()}</span></a> }
}
