//! "This helped me": once a visit.

use crate::browser::{intl, storage};
use crate::client::{Refusal, send};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use crate::ui::toast::use_toasts;
use api::review::mark_helpful::MarkHelpful;
use domain::ids::ReviewId;
use leptos::task::spawn_local;

/// How many it helped, and the button; pressed, it stays so.
#[component]
pub(super) fn Helpful(id: ReviewId, store: StoredValue<String>, helpful: u32) -> Markup {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let (count, said) = (RwSignal::new(helpful), RwSignal::new(storage::is_marked(&key(id))));
    let failed = RwSignal::new(None::<Refusal>);
    let press = move |_| {
        if said.get_untracked() {
            return;
        }
        said.set(true);
        failed.set(None);
        spawn_local(async move {
            match send(MarkHelpful { store: store.get_value(), review: id }).await {
                Ok(now) => {
                    storage::mark(&key(id));
                    count.try_set(now.helpful);
                    toasts.say(t_string!(i18n, reviews.helped));
                }
                Err(refusal) => {
                    said.try_set(false);
                    failed.try_set(Some(refusal));
                }
            }
        });
    };
    let number = move || (count.get() > 0).then(|| intl::number(count.get(), language_of(i18n.get_locale())));
    let trouble =
        move || failed.get().map(|refusal| view! { <span class="review__trouble" role="alert">{message::act(i18n, &refusal)}</span> });
    view! {
        <button class="review__act" type="button" aria-pressed=move || if said.get() { "true" } else { "false" } on:click=press>
            {move || said.get().then(|| view! { <Icon shape=Shape::Check/> })}{t!(reviews.helpful)}<span class="reviews__count">{number}</span>
        </button>
        {trouble}
    }
}

fn key(id: ReviewId) -> String {
    ["helpful.", &id.to_string()].concat()
}
