//! What it costs: won the Korean way (59,000 and a small unit), others with their sign.

use crate::browser::intl;
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use domain::{Currency, Money};

/// A price with the one before the sale; `None` is "price on request".
#[component]
pub fn Price(
    /// What it costs.
    price: Option<api::catalog::Price>,
) -> Markup {
    let i18n = use_i18n();
    let Some(price) = price else {
        return view! { <span class="price" data-kind="ask">{t!(common.price.ask)}</span> };
    };
    let kind = if price.before.is_some() { "sale" } else { "plain" };
    let before = price.before.map(|before| {
        view! {
            <s class="price__before"><span class="visually-hidden">{t!(common.price.before)}</span>{move || words(i18n, before)}</s>
        }
    });
    view! { <span class="price" data-kind=kind><Amount money=price.now/>{before}</span> }
}

/// An amount of money.
#[component]
pub fn Amount(
    /// How much.
    money: Money,
) -> Markup {
    let i18n = use_i18n();
    view! { <span class="price__now">{move || words(i18n, money)}</span> }
}

/// The same as a text, for sentences.
pub fn words(i18n: Words, money: Money) -> String {
    let language = language_of(i18n.get_locale());
    match money.currency {
        Currency::KRW => t_string!(i18n, common.price.won, amount = intl::amount(money, language)),
        _ => intl::money(money, language),
    }
}
