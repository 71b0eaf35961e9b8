//! How a file is read as a whole: format, language, currency.

use super::words;
use super::work::Work;
use crate::browser::intl;
use crate::i18n::{language_of, t, use_i18n};
use crate::prelude::*;
use domain::import::Format;
use domain::{Currency, Language};

const LANGUAGES: [&str; 7] = ["ko", "en", "ja", "zh", "de", "es", "fr"];
const CURRENCIES: [&str; 7] = ["KRW", "USD", "EUR", "JPY", "CNY", "GBP", "VND"];

#[component]
pub(super) fn Choices(work: Work) -> Markup {
    let i18n = use_i18n();
    let format = Memo::new(move |_| {
        work.reading.with(|reading| reading.format).or_else(|| work.preview.with(|preview| preview.as_ref().map(|it| it.format)))
    });
    let language = Memo::new(move |_| {
        work.reading.with(|reading| reading.language).or_else(|| work.preview.with(|preview| preview.as_ref().map(|it| it.language)))
    });
    let currency = Memo::new(move |_| {
        work.reading.with(|reading| reading.currency).or_else(|| work.preview.with(|preview| preview.as_ref().and_then(|it| it.currency)))
    });
    let formats = Format::ALL.into_iter().map(move |one| {
        view! { <option value=one.name() prop:selected=move || format.get() == Some(one)>{words::format(one)}</option> }
    });
    let languages = move || {
        let chosen = language.get();
        let known = LANGUAGES.into_iter().filter_map(|code| code.parse::<Language>().ok());
        let all = known.clone().chain(chosen.filter(|chosen| known.clone().all(|one| one != *chosen)));
        let name = move |one: Language| intl::language_name(one, language_of(i18n.get_locale()));
        all.map(|one| view! { <option value=one.as_str().to_owned() prop:selected=chosen == Some(one)>{name(one)}</option> }).collect_view()
    };
    let currencies = move || {
        let chosen = currency.get();
        let known = CURRENCIES.into_iter().filter_map(|code| code.parse::<Currency>().ok());
        let all = known.clone().chain(chosen.filter(|chosen| known.clone().all(|one| one != *chosen)));
        all.map(|one| view! { <option value=one.to_string() prop:selected=chosen == Some(one)>{one.to_string()}</option> }).collect_view()
    };
    let choose_format = move |event| {
        let name = event_target_value(&event);
        work.read(|reading| reading.format = Format::ALL.into_iter().find(|one| one.name() == name));
    };
    view! {
        <div class="preview__choices">
            <label>{t!(imports.format_label)} <select class="chip" on:change=choose_format>{formats.collect_view()}</select></label>
            <label>
                {t!(imports.language_label)}
                <select class="chip" on:change=move |event| work.read(|reading| reading.language = event_target_value(&event).parse().ok())>
                    {languages}
                </select>
            </label>
            <label>
                {t!(imports.currency_label)}
                <select class="chip" on:change=move |event| work.read(|reading| reading.currency = event_target_value(&event).parse().ok())>
                    {currencies}
                </select>
            </label>
        </div>
    }
}
