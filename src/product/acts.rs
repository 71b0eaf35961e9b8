//! Mark it to be compared, or take the page along.

use super::look::Look;
use crate::browser::clipboard::copy;
use crate::browser::share::{Shared, share};
use crate::i18n::{t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::session::kiosk::is_kiosk;
use crate::ui::button::Button;
use crate::ui::compare::CompareMark;
use crate::ui::icon::{Icon, Shape};
use crate::ui::qr_sheet::QrSheet;
use crate::ui::toast::use_toasts;
use leptos::task::spawn_local_scoped_with_cancellation;

/// Beside each other, below the choice.
#[component]
pub fn Acts(look: Look) -> Markup {
    let of = Signal::derive(move || look.keepsake());
    view! { <div class="product__acts"><CompareMark of in_words=true/><Share look/></div> }
}

/// The phone's own sheet where there is one, else ours. A kiosk shows ours alone: nobody's programs are on it.
#[component]
fn Share(look: Look) -> Markup {
    let language = use_language();
    let press = move |_| {
        if is_kiosk() {
            return look.sharing.set(true);
        }
        let title = look.product.with_untracked(|product| product.name.get(language.get_untracked()).to_owned());
        let url = untrack(|| look.link());
        spawn_local_scoped_with_cancellation(async move {
            if share(&title, &url).await == Shared::No {
                look.sharing.try_set(true);
            }
        });
    };
    view! { <button class="mark" data-kind="words" type="button" on:click=press><Icon shape=Shape::Share/>{t!(product.share)}</button> }
}

/// A code for another phone, and off a kiosk the address to copy.
#[component]
pub fn ShareSheet(look: Look) -> Markup {
    let address = Signal::derive(move || look.link());
    let kiosk = is_kiosk();
    let acts = move || (!kiosk).then(|| view! { <Copy address/> });
    view! { <QrSheet open=look.sharing title=t!(product.share) words=t!(product.share_words) address acts/> }
}

#[component]
fn Copy(address: Signal<String>) -> Markup {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let copied = move |_| {
        spawn_local_scoped_with_cancellation(async move {
            let is_copied = copy(&address.get_untracked()).await;
            toasts.say(if is_copied { t_string!(i18n, product.copied) } else { t_string!(i18n, product.not_copied) });
        });
    };
    view! {
        <Button on_press=copied><Icon shape=Shape::Link/>{t!(product.copy)}</Button>
        <p class="qr-sheet__address quiet small">{move || address.get()}</p>
    }
}
