//! The list's address to take along. What draws codes stands below a product's first screen already, and the list's part has no room
//! for it again: it is fetched at the first press.

use crate::client::Refusal;
use crate::i18n::{t, use_i18n};
use crate::load::Bringing;
use crate::message;
use crate::prelude::*;
use crate::session::kiosk::is_kiosk;
use crate::ui::share::ShareSheet;
use crate::ui::toast::use_toasts;
use leptos::task::spawn_local_scoped_with_cancellation;

/// Draws it, for an address, open or not.
pub type Sheet = fn(RwSignal<bool>, Signal<String>) -> Markup;

/// Fetches what draws it.
pub type Bring = fn() -> Bringing<Sheet>;

/// The part itself, once it is fetched.
pub fn sheet(open: RwSignal<bool>, address: Signal<String>) -> Markup {
    view! { <ShareSheet open title=t!(list.share) words=t!(list.share_words) address is_kiosk=is_kiosk()/> }
}

/// Nothing until it is opened; without a network it says so and stays closed.
#[component]
pub(super) fn LateSheet(open: RwSignal<bool>, address: Signal<String>, bring: Bring) -> Markup {
    let (i18n, toasts, here) = (use_i18n(), use_toasts(), RwSignal::new(None::<Sheet>));
    Effect::new(move |_| {
        if !open.get() || here.with_untracked(Option::is_some) {
            return;
        }
        spawn_local_scoped_with_cancellation(async move {
            match bring().await {
                Ok(sheet) => drop(here.try_set(Some(sheet))),
                Err(_) => {
                    open.try_set(false);
                    toasts.say(message::refusal(i18n, &Refusal::Offline));
                }
            }
        });
    });
    live(move || here.get().map(|sheet| sheet(open, address)))
}
