//! A product's card: picture, brand, name, price, stars, how many are here.

use super::because;
use super::compare::CompareMark;
use super::keepsake::Keepsake;
use super::picture::Picture;
use super::price::Price;
use super::rating::Rating;
use crate::browser::intl;
use crate::i18n::{language_of, say, t_string, use_i18n};
use crate::prelude::*;
use api::catalog::{Because, Card};
use domain::Text;

/// Two in a row, then three, then four.
const CARD_SIZES: &str = "(min-width: 58rem) 24vw, (min-width: 44rem) 32vw, 48vw";

/// The whole card leads to the product.
#[component]
pub fn ProductCard(
    /// What it shows.
    card: Card,
    /// The product's page.
    href: String,
    /// Why it is in this list.
    #[prop(optional)]
    why: Option<Text>,
    /// What figures say of that, where nobody wrote anything.
    #[prop(optional)]
    because: Vec<Because>,
    /// It can be marked to be compared, beside the link.
    #[prop(optional)]
    comparable: bool,
) -> Markup {
    let i18n = use_i18n();
    let said = why.filter(|why| !why.is_empty() || !because.is_empty());
    let Card { gtin, name, brand, picture, price, rating, available, .. } = card;
    let mark = comparable.then(|| {
        let of = Keepsake::new(gtin, name.clone(), picture.as_ref());
        view! { <CompareMark of/> }
    });
    view! {
        {mark}
        <a class="card" href=href>
            <span class="card__picture"><Picture picture name=name.clone() size=480 sizes=CARD_SIZES/></span>
            <span class="card__brand">{say(brand)}</span>
            <span class="card__name">{say(name)}</span>
            <Price price/>
            <span class="card__facts"><Rating rating/> <Stock available/></span>
            {said.map(|why| view! { <span class="card__why">{move || because::line(i18n, &why, &because)}</span> })}
        </a>
    }
}

/// "3개": how many may be held here.
#[component]
pub fn Stock(
    /// Free units.
    available: u32,
) -> Markup {
    let i18n = use_i18n();
    let state = match available {
        0 => "none",
        1 => "last",
        _ => "here",
    };
    let words = move || match available {
        0 => t_string!(i18n, common.stock.none).to_owned(),
        1 => t_string!(i18n, common.stock.last).to_owned(),
        count => t_string!(i18n, common.stock.here, count = intl::number(count, language_of(i18n.get_locale()))),
    };
    view! { <span class="stock" data-state=state>{words}</span> }
}
