//! What narrows the list: kinds of reviews, languages, sizes, and words that many mention. Each says how many it would leave.

use super::wish::Wish;
use crate::browser::intl;
use crate::i18n::{language_of, t, use_i18n};
use crate::prelude::*;
use crate::ui::chip::Chip;
use api::review::{ReviewPage, ReviewSummary};
use domain::Language;
use domain::reviews::{Mention, ReviewFacets};

/// Rows of chips; a kind that has nothing to choose from is left out.
#[component]
pub(super) fn Chips(summary: Memo<ReviewSummary>, wish: RwSignal<Wish>, page: Signal<ReviewPage>) -> Markup {
    let facets = Memo::new(move |_| page.with(|page| page.facets.clone()));
    view! {
        <div class="chips" role="group" aria-label=t!(reviews.filter.label)>
            <Kinds wish facets/>
            <Languages wish facets/>
        </div>
        <Sizes wish facets/>
        <Mentions wish summary/>
    }
}

#[component]
fn Kinds(wish: RwSignal<Wish>, facets: Memo<ReviewFacets>) -> Markup {
    let verified = Signal::derive(move || facets.with(|facets| facets.verified));
    let photo = Signal::derive(move || facets.with(|facets| facets.photo));
    let has_photos = Memo::new(move |_| photo.get() > 0 || wish.with(|wish| wish.photo));
    view! {
        <Chip on=Signal::derive(move || wish.with(|wish| wish.verified)) on_press=move |_| wish.update(|wish| wish.verified = !wish.verified)>
            {t!(reviews.filter.verified)}<Count count=verified/>
        </Chip>
        {move || has_photos.get().then(|| view! {
            <Chip on=Signal::derive(move || wish.with(|wish| wish.photo)) on_press=move |_| wish.update(|wish| wish.photo = !wish.photo)>
                {t!(reviews.filter.photo)}<Count count=photo/>
            </Chip>
        })}
    }
}

/// Where there are several.
#[component]
fn Languages(wish: RwSignal<Wish>, facets: Memo<ReviewFacets>) -> Markup {
    let i18n = use_i18n();
    let all = Memo::new(move |_| {
        let all = facets.with(|facets| facets.languages.iter().map(|of| of.language).collect::<Vec<_>>());
        if all.len() > 1 { all } else { Vec::new() }
    });
    let chip = move |language: Language| {
        let count = Signal::derive(move || {
            facets.with(|facets| facets.languages.iter().find(|of| of.language == language).map_or(0, |of| of.count))
        });
        let on = Signal::derive(move || wish.with(|wish| wish.language == Some(language)));
        let press = move |_| wish.update(|wish| wish.language = Some(language).filter(|language| wish.language != Some(*language)));
        let name = move || intl::language_name(language, language_of(i18n.get_locale()));
        view! { <Chip on on_press=press>{name}<Count count/></Chip> }
    };
    live(move || all.get().into_iter().map(chip).collect_view())
}

#[component]
fn Sizes(wish: RwSignal<Wish>, facets: Memo<ReviewFacets>) -> Markup {
    let all = Memo::new(move |_| facets.with(|facets| facets.sizes.iter().map(|of| of.size.clone()).collect::<Vec<_>>()));
    let chip = move |size: String| {
        let (counted, worn, pressed) = (size.clone(), size.clone(), size.clone());
        let count =
            Signal::derive(move || facets.with(|facets| facets.sizes.iter().find(|of| of.size == counted).map_or(0, |of| of.count)));
        let on = Signal::derive(move || wish.with(|wish| wish.size.as_ref() == Some(&worn)));
        let press = move |_| wish.update(|wish| wish.size = Some(pressed.clone()).filter(|size| wish.size.as_ref() != Some(size)));
        view! { <Chip on on_press=press>{size}<Count count/></Chip> }
    };
    row(t!(reviews.filter.sizes), "review-sizes", Signal::derive(move || all.get()), chip)
}

#[component]
fn Mentions(wish: RwSignal<Wish>, summary: Memo<ReviewSummary>) -> Markup {
    let i18n = use_i18n();
    let all = Signal::derive(move || {
        let mut all = summary.with(|summary| summary.mentions.clone());
        let own = language_of(i18n.get_locale());
        all.sort_by_key(|mention| mention.language != own);
        all
    });
    let chip = move |Mention { word, language, count, .. }: Mention| {
        let (said, pressed) = (word.clone(), word.clone());
        let on = Signal::derive(move || wish.with(|wish| wish.mention.as_ref() == Some(&said)));
        let press = move |_| wish.update(|wish| wish.mention = Some(pressed.clone()).filter(|word| wish.mention.as_ref() != Some(word)));
        let tongue = language.as_str().to_owned();
        view! { <Chip on on_press=press><span lang=tongue>{word}</span><Count count=Signal::stored(count)/></Chip> }
    };
    row(t!(reviews.filter.mentions), "review-mentions", all, chip)
}

/// A row with its name in front; nothing where there is nothing.
fn row<T: Clone + 'static>(
    name: crate::i18n::Sentence,
    id: &'static str,
    all: Signal<Vec<T>>,
    chip: impl Fn(T) -> Markup + Clone + 'static,
) -> Markup {
    let chips = move || all.get().into_iter().map(chip.clone()).collect_view();
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    live(move || {
        let chips = chips.clone();
        (!is_empty.get()).then(|| {
            view! {
                <div class="reviews__row">
                    <p class="reviews__name" id=id>{name}</p>
                    <div class="chips" role="group" aria-labelledby=id>{chips}</div>
                </div>
            }
        })
    })
}

#[component]
fn Count(count: Signal<u32>) -> Markup {
    let i18n = use_i18n();
    let words = move || intl::number(count.get(), language_of(i18n.get_locale()));
    view! { <span class="reviews__count">{words}</span> }
}
