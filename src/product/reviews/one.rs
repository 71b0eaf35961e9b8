//! One review, in the language it was written in.

use super::fit;
use super::helpful::Helpful;
use super::photos::{Photos, Viewing};
use super::report::{ReportButton, Reporting};
use crate::browser::intl::{self, Moment};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use api::review::Review;
use domain::{Instant, Language};

/// Characters from which a text is folded.
const LONG: usize = 180;

/// Stars, who and when, the words, photos, and what a visitor may say about it.
#[component]
pub(super) fn One(review: Review, store: StoredValue<String>, reporting: Reporting, viewing: Viewing) -> Markup {
    let i18n = use_i18n();
    let Review { id, stars, author, language, title, text, size, fit, photos, verified, written_at, helpful } = review;
    let shown = move || language_of(i18n.get_locale());
    let spoken = move || t_string!(i18n, common.rating.spoken, mean = stars.to_string());
    let full = usize::from(stars.min(5));
    let mark = move || verified.then(|| view! { <span class="review__mark"><Icon shape=Shape::Check/>{t!(reviews.verified)}</span> });
    // Worth a word only where it is not the visitor's own.
    let tongue = move || {
        let name = intl::language_name(language, shown());
        (language != shown()).then(|| view! { <span class="review__mark">{t_string!(i18n, reviews.written_in, language = name)}</span> })
    };
    // Some files do not say when.
    let day = move || (written_at > Instant::default()).then(|| intl::moment(written_at, Moment::Date, shown(), None));
    let bought = move || size.clone().map(|size| view! { <span class="review__mark">{t_string!(i18n, reviews.size, size = size)}</span> });
    let fits = move || fit.map(|fit| view! { <span class="review__mark">{fit::one(i18n, fit)}</span> });
    let heading = (!title.is_empty()).then(|| view! { <h3 class="review__title" lang=language.as_str().to_owned()>{title}</h3> });
    view! {
        <li class="review">
            <p class="review__head">
                <span class="visually-hidden">{spoken}</span>
                <span class="review__stars" aria-hidden="true">{"★".repeat(full)}<span class="review__rest">{"★".repeat(5 - full)}</span></span>
                <span class="review__author">{author.clone()}</span>
                <span class="quiet">{day}</span>
            </p>
            {heading}
            <Words text language/>
            <Photos photos author viewing/>
            <p class="review__marks">{mark}{bought}{fits}{tongue}</p>
            <div class="review__acts"><Helpful id store helpful/><ReportButton id reporting/></div>
        </li>
    }
}

/// The text; a long one is folded for the eye only.
#[component]
fn Words(text: String, language: Language) -> Markup {
    let folded = RwSignal::new(text.chars().count() > LONG);
    let fold = folded.get_untracked().then(|| {
        let label = move || if folded.get() { t!(reviews.unfold) } else { t!(reviews.fold) };
        view! {
            <button class="link review__fold" type="button" aria-expanded=move || if folded.get() { "false" } else { "true" } on:click=move |_| folded.update(|folded| *folded = !*folded)>
                {label}
            </button>
        }
    });
    let is_folded = move || folded.get().then_some("");
    let words =
        (!text.is_empty()).then(|| view! { <p class="review__text" lang=language.as_str().to_owned() data-folded=is_folded>{text}</p> });
    view! { {words}{fold} }
}
