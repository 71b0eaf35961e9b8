//! How often each number of stars was given; each bar filters.

use super::wish::Wish;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use domain::curation::Ratings;

/// Five bars, the best first. Pressing the one that is on shows all again.
#[component]
pub(super) fn Histogram(
    /// What is counted.
    #[prop(into)]
    ratings: Signal<Ratings>,
    /// Which are shown.
    wish: RwSignal<Wish>,
) -> Markup {
    let i18n = use_i18n();
    let mean = move || ratings.get().tenths().map(|tenths| intl::tenths(tenths, language_of(i18n.get_locale())));
    let most = Memo::new(move |_| ratings.get().counts.into_iter().max().unwrap_or(0).max(1));
    view! {
        <div class="histogram">
            <p class="histogram__mean">
                <span class="histogram__star" aria-hidden="true">"★"</span>
                <b>{mean}</b>
                <span class="quiet">{t!(reviews.out_of)}</span>
            </p>
            <div class="histogram__bars" role="group" aria-label=t!(reviews.by_stars)>
                {(1..=5_u8).rev().map(|number| view! { <Bar number ratings most wish/> }).collect_view()}
            </div>
        </div>
    }
}

#[component]
fn Bar(number: u8, ratings: Signal<Ratings>, most: Memo<u32>, wish: RwSignal<Wish>) -> Markup {
    let i18n = use_i18n();
    let count = move || ratings.get().counts[usize::from(number - 1)];
    let is_on = move || wish.with(|wish| wish.stars == Some(number));
    let press = move |_| wish.update(|wish| wish.stars = Some(number).filter(|number| wish.stars != Some(*number)));
    let share = move || format!("{}%", 100 * count() / most.get());
    let label = move || match number {
        1 => t_string!(i18n, reviews.star).to_owned(),
        more => t_string!(i18n, reviews.stars, number = more.to_string()),
    };
    let words = move || t_string!(i18n, reviews.count, count = intl::number(count(), language_of(i18n.get_locale())));
    view! {
        <button
            class="histogram__bar" type="button" aria-pressed=move || if is_on() { "true" } else { "false" }
            prop:disabled=move || count() == 0 on:click=press
        >
            <span class="histogram__label">{label}</span>
            <span class="histogram__track" aria-hidden="true"><i style:width=share></i></span>
            <span class="histogram__count">{words}</span>
        </button>
    }
}
