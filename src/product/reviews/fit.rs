//! How it fits, from five answers on.

use crate::browser::intl;
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use api::review::ReviewSummary;
use domain::reviews::Fit;

/// A scale with the mean on it, and the same in words.
#[component]
pub(super) fn FitScale(summary: Memo<ReviewSummary>) -> Markup {
    let i18n = use_i18n();
    let fit = Memo::new(move |_| summary.with(|summary| summary.fit));
    live(move || fit.get().map(|fit| scale(i18n, fit)))
}

fn scale(i18n: Words, fit: Fit) -> Markup {
    // −20 to 20 on a line from 0 to 100 %.
    let place = format!("{}%", (i32::from(fit.tenths) + 20) * 100 / 40);
    let count = move || t_string!(i18n, reviews.fit.count, count = intl::number(fit.total(), language_of(i18n.get_locale())));
    view! {
        <div class="fit">
            <h3 class="fit__title">{t!(reviews.fit.title)}</h3>
            <p class="fit__words"><b>{move || mean(i18n, fit.tenths)}</b><span class="quiet">{count}</span></p>
            <div class="fit__track" aria-hidden="true"><i style:left=place></i></div>
            <p class="fit__ends" aria-hidden="true">
                <span>{t!(reviews.fit.ends_small)}</span><span>{t!(reviews.fit.ends_right)}</span><span>{t!(reviews.fit.ends_large)}</span>
            </p>
        </div>
    }
}

fn mean(i18n: Words, tenths: i8) -> &'static str {
    match tenths {
        ..=-15 => t_string!(i18n, reviews.fit.much_small),
        -14..=-4 => t_string!(i18n, reviews.fit.small),
        -3..=3 => t_string!(i18n, reviews.fit.right),
        4..=14 => t_string!(i18n, reviews.fit.large),
        15.. => t_string!(i18n, reviews.fit.much_large),
    }
}

/// What one review says about it.
pub(super) fn one(i18n: Words, fit: i8) -> &'static str {
    match fit {
        ..=-2 => t_string!(i18n, reviews.fit.one_much_small),
        -1 => t_string!(i18n, reviews.fit.one_small),
        0 => t_string!(i18n, reviews.fit.one_right),
        1 => t_string!(i18n, reviews.fit.one_large),
        2.. => t_string!(i18n, reviews.fit.one_much_large),
    }
}
