//! Korean and English. The switch changes words in place and repeats no act.

use crate::browser::address::use_address;
use crate::i18n::{Locale, choose, td_string, use_i18n};
use crate::prelude::*;

/// Every language by its own name.
#[component]
pub fn LanguageSwitch() -> Markup {
    let (i18n, address) = (use_i18n(), use_address());
    let press = move |locale| {
        choose(i18n, locale);
        // What a link asked for once is over; a reload keeps what was chosen.
        address.note(&[("lang", None)]);
    };
    let one = move |locale: Locale, lang: &'static str, name: &'static str, short: &'static str| {
        view! {
            <button
                class="language__one" type="button" lang=lang aria-label=name
                aria-pressed=move || if i18n.get_locale() == locale { "true" } else { "false" }
                on:click=move |_| press(locale)
            >
                <span class="language__long">{name}</span>
                <span class="language__short" aria-hidden="true">{short}</span>
            </button>
        }
    };
    view! {
        <div class="language" role="group">
            {one(Locale::ko, "ko", td_string!(Locale::ko, common.language.name), td_string!(Locale::ko, common.language.short))}
            {one(Locale::en, "en", td_string!(Locale::en, common.language.name), td_string!(Locale::en, common.language.short))}
        </div>
    }
}
