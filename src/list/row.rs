//! A product of a list: picture and name as this device knows them, price and stock as the shop says.

use super::goods::Known;
use crate::i18n::{say, t};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::card::Stock;
use crate::ui::keepsake::Keepsake;
use crate::ui::picture::Picture;
use crate::ui::price::Price;

/// Leads to the product.
#[component]
pub(super) fn Face(store: StoredValue<String>, of: Keepsake, known: Memo<Known>) -> Markup {
    let Keepsake { gtin, name, picture } = of;
    let href = Route::Product { store: store.get_value(), gtin, at: None }.href();
    let picture = picture.map(|url| api::catalog::Picture { url, ..Default::default() });
    let facts = move || match known.get() {
        Known::Waiting => view! { <span class="bone bone--short" aria-hidden="true"></span> },
        Known::Nothing => Markup::Nothing,
        Known::NotHere => view! { <span class="list__gone">{t!(list.not_here)}</span> },
        Known::Here(good) => view! {
            <span class="quiet small">{say(good.detail)}</span>
            <span class="list__facts"><Price price=good.price/><Stock available=good.stock.available/></span>
        },
    };
    view! {
        <a class="list__link" href=href>
            <span class="list__picture"><Picture picture name=name.clone() size=160/></span>
            <span class="list__words"><b class="list__name">{say(name)}</b>{facts}</span>
        </a>
    }
}
