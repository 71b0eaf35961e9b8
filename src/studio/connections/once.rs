//! A secret that is shown once.

use crate::browser::clipboard;
use crate::i18n::{Sentence, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::{Notice, Tone};
use crate::ui::toast::use_toasts;
use leptos::task::spawn_local;

/// The secret with a way to copy it, until somebody says that they have it.
#[component]
pub(super) fn Once(
    /// What it is.
    lead: Sentence,
    /// The secret; `None` shows nothing.
    secret: RwSignal<Option<String>>,
) -> Markup {
    live(move || secret.get().map(|text| view! { <Shown lead text on_done=Callback::new(move |()| secret.set(None))/> }))
}

#[component]
fn Shown(lead: Sentence, text: String, on_done: Callback<()>) -> Markup {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let copied = text.clone();
    let copy = move |_: leptos::ev::MouseEvent| {
        let text = copied.clone();
        spawn_local(async move {
            toasts.say(match clipboard::copy(&text).await {
                true => t_string!(i18n, connections.once.copied),
                false => t_string!(i18n, connections.once.not_copied),
            });
        });
    };
    view! {
        <Notice tone=Tone::Good>
            <p>{lead}</p>
            <code class="connections__secret">{text}</code>
            <p class="connections__acts">
                <Button variant=Variant::Primary on_press=copy>{t!(connections.once.copy)}</Button>
                <Button on_press=move |_| on_done.run(())>{t!(connections.once.done)}</Button>
            </p>
        </Notice>
    }
}
