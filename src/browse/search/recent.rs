//! What was searched for on this phone, the latest first. It never leaves it; a screen that stands in the shop keeps nothing.

use super::asked::Asked;
use crate::browser::{size, storage};
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::query;
use crate::ui::button::{Button, Variant};
use crate::ui::icon::{Icon, Shape};

const KEPT: &str = "sought";
const MOST: usize = 8;

/// Puts words at the front.
pub(super) fn remember(words: &str) {
    let words = words.trim();
    if !words.is_empty() && !size::is_shared_screen() {
        let mut kept = all();
        kept.retain(|known| known != words);
        kept.insert(0, words.to_owned());
        kept.truncate(MOST);
        storage::set_local(KEPT, &kept.join("\n"));
    }
}

/// The latest first.
pub(super) fn all() -> Vec<String> {
    storage::local(KEPT).unwrap_or_default().lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The list while nothing is asked for; nothing at all on a phone that has searched for nothing.
#[component]
pub(super) fn Recent(asked: Memo<Asked>, change: Callback<Asked>) -> Markup {
    let i18n = use_i18n();
    let kept = RwSignal::new(Vec::new());
    // Words that were just searched for are among them when the box is empty again.
    Effect::new(move |_| {
        if asked.with(|asked| asked.words().is_empty()) {
            kept.set(all());
        }
    });
    let is_shown =
        Memo::new(move |_| asked.with(|asked| asked.words().is_empty() && asked.narrowed_by() == 0) && kept.with(|kept| !kept.is_empty()));
    let keep = move |words: Vec<String>| {
        storage::set_local(KEPT, &words.join("\n"));
        kept.set(words);
    };
    let one = move |words: String| {
        let (label, sought, gone) = (words.clone(), words.clone(), words.clone());
        let forget = move |_| keep(kept.get_untracked().into_iter().filter(|known| *known != gone).collect());
        view! {
            <li class="recent__one">
                <button class="recent__words" type="button" on:click=move |_| change.run(Asked::default().with(query::Q, &sought))>
                    <Icon shape=Shape::Clock/>{words}
                </button>
                <button class="recent__forget" type="button" aria-label=move || t_string!(i18n, browse.search.forget, words = label.clone()) on:click=forget>
                    <Icon shape=Shape::Cross/>
                </button>
            </li>
        }
    };
    live(move || {
        is_shown.get().then(|| {
            view! {
                <section class="recent">
                    <header class="recent__header">
                        <h2 class="recent__title">{t!(browse.search.recent)}</h2>
                        <Button variant=Variant::Quiet on_press=move |_| keep(Vec::new())>{t!(browse.search.forget_all)}</Button>
                    </header>
                    <ul class="recent__list">{each(move || kept.get(), |words| words.clone(), one)}</ul>
                </section>
            }
        })
    })
}
