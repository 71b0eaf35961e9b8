//! What it is and where it comes from. What nobody told is left out, with its heading.

use super::documents::Documents;
use super::look::Look;
use crate::browser::clock;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Sentence, Words, language_of, say, t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::route::{query, use_query};
use api::catalog::Origin;
use domain::Text;

/// Description, maker, material, country, batch, care, size, documents.
#[component]
pub fn About(look: Look) -> Markup {
    let language = use_language();
    let text = Memo::new(move |_| look.product.with(|product| product.description.get(language.get()).to_owned()));
    let is_told = Memo::new(move |_| {
        let has_more = look.variant.with(|variant| variant.dimensions.is_some());
        has_more || look.product.with(|product| !text.with(String::is_empty) || is_told(&product.origin) || !product.documents.is_empty())
    });
    let description = move || (!text.with(String::is_empty)).then(|| view! { <p class="origin__text">{move || text.get()}</p> });
    live(move || {
        is_told.get().then(|| {
            view! {
                <section class="origin" aria-labelledby="about">
                    <h2 id="about">{t!(product.about)}</h2>
                    {description}
                    <Maker look/>
                    <Rows look/>
                    <Documents look/>
                </section>
            }
        })
    })
}

fn is_told(origin: &Origin) -> bool {
    let Origin { maker, materials, country, care } = origin;
    !(maker.is_empty() && materials.is_empty() && country.is_empty() && care.is_empty())
}

/// Who made it, with their own sentence.
#[component]
fn Maker(look: Look) -> Markup {
    let maker = Memo::new(move |_| look.product.with(|product| (product.brand.clone(), product.origin.maker.clone())));
    live(move || {
        let (name, sentence) = maker.get();
        (!sentence.is_empty()).then(|| {
            view! { <p class="origin__maker"><b>{say(name)}</b><span>{say(sentence)}</span></p> }
        })
    })
}

#[component]
fn Rows(look: Look) -> Markup {
    let i18n = use_i18n();
    let origin = Memo::new(move |_| look.product.with(|product| product.origin.clone()));
    let (batch, best, use_by) = (use_query(query::BATCH), use_query(query::BEST), use_query(query::USE_BY));
    let text = move |term: Sentence, text: Text| (!text.is_empty()).then(|| row(term, say(text)));
    let rows = move || {
        let Origin { materials, country, care, .. } = origin.get();
        view! {
            {text(t!(product.origin.materials), materials)}
            {(!country.is_empty()).then(|| row(t!(product.origin.country), intl::country(&country, language_of(i18n.get_locale()))))}
            {batch.get().map(|batch| row(t!(product.origin.batch), batch))}
            {day(i18n, best.get()).map(|day| row(t!(product.origin.best), day))}
            {day(i18n, use_by.get()).map(|day| row(t!(product.origin.use_by), day))}
            {text(t!(product.origin.care), care)}
            {size(i18n, look).map(|size| row(t!(product.origin.size), size))}
        }
    };
    view! { <dl class="origin__facts">{rows}</dl> }
}

fn row(term: Sentence, text: impl IntoMarkup) -> Markup {
    view! { <div class="origin__row"><dt>{term}</dt><dd>{text}</dd></div> }
}

/// From the six digits of a scanned code.
fn day(i18n: Words, digits: Option<String>) -> Option<String> {
    let at = domain::gs1::day(&digits?, clock::now())?;
    Some(intl::moment(at, Moment::Date, language_of(i18n.get_locale()), Some("UTC")))
}

/// Its box in centimetres.
fn size(i18n: Words, look: Look) -> Option<String> {
    let size = look.variant.with(|variant| variant.dimensions)?;
    let cm = |mm: i32| intl::number(f64::from(mm) / 10.0, language_of(i18n.get_locale()));
    Some(t_string!(i18n, product.origin.box_size, width = cm(size.width), height = cm(size.height), depth = cm(size.depth)))
}
