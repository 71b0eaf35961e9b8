//! A sentence in the page that asks for attention.

use crate::prelude::*;

/// How much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Quiet,
    /// Done.
    Good,
    /// Needs a look.
    Warn,
}

/// A box with a sentence; `Warn` is read out at once.
#[component]
pub fn Notice(
    /// How much attention.
    #[prop(optional)]
    tone: Tone,
    /// The sentence, with a way on.
    children: Children,
) -> Markup {
    let (name, role) = match tone {
        Tone::Quiet => ("quiet", "note"),
        Tone::Good => ("good", "status"),
        Tone::Warn => ("warn", "alert"),
    };
    view! { <div class="notice" data-tone=name role=role>{children()}</div> }
}

/// A few words that float over the page's foot while something lasts; nothing moves for them.
#[component]
pub fn Pill(
    /// The words.
    children: Children,
) -> Markup {
    view! { <p class="pill" role="status">{children()}</p> }
}
