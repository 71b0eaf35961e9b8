//! What it is and where it comes from.

use super::look::Look;
use crate::i18n::{say, t, t_string, use_i18n, use_language};
use crate::prelude::*;
use domain::Text;

/// Description, maker, material, country, care, size.
#[component]
pub fn About(look: Look) -> Markup {
    let i18n = use_i18n();
    let language = use_language();
    let text = move || look.product.with(|product| product.description.get(language.get()).to_owned());
    let origin = Memo::new(move |_| look.product.with(|product| product.origin.clone()));
    let row =
        |term: String, text: Text| (!text.is_empty()).then(|| view! { <div class="origin__row"><dt>{term}</dt><dd>{say(text)}</dd></div> });
    let rows = move || {
        let origin = origin.get();
        view! {
            {row(t_string!(i18n, product.origin.maker).to_owned(), origin.maker)}
            {row(t_string!(i18n, product.origin.materials).to_owned(), origin.materials)}
            {country(&origin.country)}
            {row(t_string!(i18n, product.origin.care).to_owned(), origin.care)}
            {move || size(look)}
        }
    };
    view! {
        <section class="origin" aria-labelledby="about">
            <h2 id="about">{t!(product.about)}</h2>
            <p class="origin__text">{text}</p>
            <dl class="origin__facts">{rows}</dl>
        </section>
    }
}

fn country(code: &str) -> Markup {
    let i18n = use_i18n();
    let name = crate::browser::intl::country(code, crate::i18n::language_of(i18n.get_locale()));
    view! { <div class="origin__row"><dt>{t!(product.origin.country)}</dt><dd>{name}</dd></div> }
}

/// Its box in centimetres; nothing where nobody measured.
fn size(look: Look) -> Option<Markup> {
    let i18n = use_i18n();
    let size = look.variant.with(|variant| variant.dimensions)?;
    let cm = |mm: i32| crate::browser::intl::number(f64::from(mm) / 10.0, crate::i18n::language_of(i18n.get_locale()));
    let words = t_string!(i18n, product.origin.box_size, width = cm(size.width), height = cm(size.height), depth = cm(size.depth));
    Some(view! { <div class="origin__row"><dt>{t!(product.origin.size)}</dt><dd>{words}</dd></div> })
}
