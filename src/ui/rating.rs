//! Stars in short.

use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;

/// One star, the mean and how many said so; silent words where nobody did.
#[component]
pub fn Rating(
    /// Mean and count.
    rating: api::catalog::Rating,
) -> Markup {
    let i18n = use_i18n();
    let language = move || language_of(i18n.get_locale());
    let count = move || match intl::is_one(rating.count, language()) {
        true => t_string!(i18n, common.rating.count_one, count = intl::number(rating.count, language())),
        false => t_string!(i18n, common.rating.count, count = intl::number(rating.count, language())),
    };
    match rating.tenths {
        None => view! { <span class="rating" data-state="none">{t!(common.rating.none)}</span> },
        Some(tenths) => {
            let mean = move || intl::tenths(tenths, language());
            let spoken = move || t_string!(i18n, common.rating.spoken, mean = mean());
            view! {
                <span class="rating">
                    <span class="rating__star" aria-hidden="true">"★"</span>
                    <b class="rating__mean"><span class="visually-hidden">{spoken}</span><span aria-hidden="true">{mean}</span></b>
                    <span class="rating__count">{count}</span>
                </span>
            }
        }
    }
}
