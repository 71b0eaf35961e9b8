//! The online shop's own average, never mixed with the one that is computed here.

use crate::browser::intl;
use crate::i18n::{language_of, t_string, use_i18n};
use crate::prelude::*;
use api::review::ReviewSummary;

/// A sentence, where the catalogue brought one.
#[component]
pub(super) fn Given(summary: Memo<ReviewSummary>) -> Markup {
    let i18n = use_i18n();
    let given = Memo::new(move |_| summary.with(|summary| summary.given));
    let words = move || {
        let (given, language) = (given.get()?, language_of(i18n.get_locale()));
        let mean = intl::number(f64::from(given.hundredths) / 100.0, language);
        Some(match given.count {
            Some(count) => t_string!(i18n, reviews.given_count, mean = mean, count = intl::number(count, language)),
            None => t_string!(i18n, reviews.given, mean = mean),
        })
    };
    live(move || words().map(|words| view! { <p class="quiet">{words}</p> }))
}
