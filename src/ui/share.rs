//! Hands an address over: to another program of this phone, or as a code for another one.

use super::button::Button;
use super::icon::{Icon, Shape};
use super::qr_sheet::QrSheet;
use super::toast::use_toasts;
use crate::browser::clipboard::copy;
use crate::browser::share::{Shared, share};
use crate::i18n::{Sentence, t, t_string, use_i18n};
use crate::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;

/// The phone's own sheet where there is one, else ours. A kiosk shows ours alone: nobody's programs are on it.
#[component]
pub fn Share(
    /// Its words.
    words: Sentence,
    /// What the address leads to.
    #[prop(into)]
    title: Signal<String>,
    /// The whole address.
    #[prop(into)]
    address: Signal<String>,
    /// Our sheet stands open: [`ShareSheet`].
    open: RwSignal<bool>,
    /// This device is nobody's.
    is_kiosk: bool,
) -> Markup {
    let press = move |_| {
        if is_kiosk {
            return open.set(true);
        }
        let (title, url) = (title.get_untracked(), address.get_untracked());
        spawn_local_scoped_with_cancellation(async move {
            if share(&title, &url).await == Shared::No {
                open.try_set(true);
            }
        });
    };
    view! { <button class="mark" data-kind="words" type="button" on:click=press><Icon shape=Shape::Share/>{words}</button> }
}

/// A code for another phone, and off a kiosk the address to copy.
#[component]
pub fn ShareSheet(
    /// Whether it stands open.
    open: RwSignal<bool>,
    /// Its heading.
    title: Sentence,
    /// What to do with the code.
    words: Sentence,
    /// The whole address.
    #[prop(into)]
    address: Signal<String>,
    /// This device is nobody's.
    is_kiosk: bool,
) -> Markup {
    let acts = move || (!is_kiosk).then(|| view! { <Copy address/> });
    view! { <QrSheet open title words address acts/> }
}

#[component]
fn Copy(address: Signal<String>) -> Markup {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let copied = move |_| {
        spawn_local_scoped_with_cancellation(async move {
            let is_copied = copy(&address.get_untracked()).await;
            toasts.say(if is_copied { t_string!(i18n, common.share.copied) } else { t_string!(i18n, common.share.not_copied) });
        });
    };
    view! {
        <Button on_press=copied><Icon shape=Shape::Link/>{t!(common.share.copy)}</Button>
        <p class="qr-sheet__address quiet small">{move || address.get()}</p>
    }
}
