//! Something to press.

use crate::prelude::*;
use leptos::ev::MouseEvent;

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

/// What a press does.
pub struct Press(Box<dyn FnMut(MouseEvent)>);

impl<F: FnMut(MouseEvent) + 'static> From<F> for Press {
    fn from(act: F) -> Self {
        Self(Box::new(act))
    }
}

impl Default for Press {
    fn default() -> Self {
        Self(Box::new(|_| {}))
    }
}

impl Press {
    /// Does it.
    pub fn run(&mut self, event: MouseEvent) {
        (self.0)(event);
    }
}

/// A button. While `busy` or `blocked` a press does nothing.
#[component]
pub fn Button(
    /// To be focused by.
    #[prop(optional, into)]
    id: Option<String>,
    /// A name for who cannot see what stands around it.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// What a press does; a button that sends its form needs nothing.
    #[prop(optional, into)]
    mut on_press: Press,
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
) -> Markup {
    let dead = Memo::new(move |_| busy.get() || blocked.with(Option::is_some));
    let press = move |event: MouseEvent| match dead.get_untracked() {
        // A dead button does not send its form either.
        true => event.prevent_default(),
        false => on_press.run(event),
    };
    view! {
        <button
            class="button"
            type=if submit { "submit" } else { "button" }
            data-variant=variant.name()
            aria-disabled=move || dead.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            id=id
            aria-label=label
            on:click=press
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
    /// It leads out of this entry: the browser fetches another page.
    #[prop(optional)]
    external: bool,
    /// Its words.
    children: Children,
) -> Markup {
    view! { <a class="button" data-variant=variant.name() href=href rel=external.then_some("external")><span class="button__words">{children()}</span></a> }
}
