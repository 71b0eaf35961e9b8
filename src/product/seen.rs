//! What this phone looked at before. It never leaves the phone; a kiosk remembers nothing.

use super::look::Look;
use crate::browser::storage;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::session::kiosk::is_kiosk;
use crate::ui::button::{Button, Variant};
use crate::ui::keepsake::{Keepsake, Thumbnail, keep, kept};
use crate::ui::toast::use_toasts;

const KEY: &str = "seen";
const MOST: usize = 12;

/// Remembers this product and shows those before it; nothing on a phone's first.
#[component]
pub fn RecentlySeen(look: Look) -> Markup {
    if is_kiosk() {
        return Markup::Nothing;
    }
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let this = look.product.with_untracked(|product| product.variants.iter().map(|variant| variant.gtin).collect::<Vec<_>>());
    // Another variant of the same product is the same thing seen again.
    let before: Vec<Keepsake> = kept(KEY).into_iter().filter(|one| !this.contains(&one.gtin)).collect();
    let now: Vec<Keepsake> = std::iter::once(untrack(|| look.keepsake())).chain(before.iter().cloned()).take(MOST).collect();
    keep(KEY, &now);
    let shown = RwSignal::new(before);
    let forget = move |_| {
        storage::remove_local(KEY);
        shown.set(Vec::new());
        toasts.say(t_string!(i18n, product.seen_forgotten));
    };
    let store = look.slug();
    live(move || {
        let store = store.clone();
        let one = move |one: Keepsake| {
            let href = Route::Product { store: store.clone(), gtin: one.gtin, at: None }.href();
            let name = say(one.name.clone());
            view! { <li class="visited__one"><a class="visited__link" href=href><Thumbnail of=one/><span class="visited__name">{name}</span></a></li> }
        };
        let all = shown.get();
        (!all.is_empty()).then(|| {
            view! {
                <section class="visited" aria-labelledby="visited">
                    <header class="visited__header">
                        <h2 id="visited">{t!(product.seen)}</h2>
                        <Button variant=Variant::Quiet on_press=forget>{t!(product.forget_seen)}</Button>
                    </header>
                    <ul class="visited__list">{all.into_iter().map(one).collect_view()}</ul>
                </section>
            }
        })
    })
}
