//! One review, in the language it was written in.

use crate::browser::intl::{self, Moment};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use api::catalog::Review;

/// Stars, who and when, the text, who found it helpful.
#[component]
pub fn One(
    /// What was written.
    review: Review,
) -> Markup {
    let i18n = use_i18n();
    let Review { stars, author, language, text, verified, written_at, helpful, .. } = review;
    let shown = move || language_of(i18n.get_locale());
    let spoken = move || t_string!(i18n, common.rating.spoken, mean = stars.to_string());
    let full = usize::from(stars.min(5));
    let mark =
        move || verified.then(|| view! { <span class="review__mark"><Icon shape=Shape::Check/>{t!(product.reviews.verified)}</span> });
    // Worth a word only where it is not the visitor's own.
    let tongue =
        move || (language != shown()).then(|| view! { <span class="review__mark">{intl::language_name(language, shown())}</span> });
    let words = (!text.is_empty()).then(|| view! { <p class="review__text" lang=language.as_str().to_owned()>{text}</p> });
    let liked = move || {
        let count = intl::number(helpful, shown());
        (helpful > 0).then(|| view! { <p class="review__helpful">{t_string!(i18n, product.reviews.helpful, count = count)}</p> })
    };
    view! {
        <li class="review">
            <p class="review__head">
                <span class="visually-hidden">{spoken}</span>
                <span class="review__stars" aria-hidden="true">{"★".repeat(full)}<span class="review__rest">{"★".repeat(5 - full)}</span></span>
                <span class="review__author">{author}</span>
                <span class="quiet">{move || intl::moment(written_at, Moment::Date, shown(), None)}</span>
            </p>
            {words}
            <p class="review__marks">{mark}{tongue}</p>
            {liked}
        </li>
    }
}
