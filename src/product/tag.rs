//! What a digital shelf label shows, live: price and sale, stars and count, how many are here and since when that is known.

use super::look::Look;
use super::sale::SaleLine;
use super::stars::Stars;
use super::stock::StockHere;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use crate::ui::price::Price;

/// The label of the chosen variant.
#[component]
pub fn Tag(look: Look) -> Markup {
    let price = Memo::new(move |_| look.variant.with(|variant| variant.price));
    view! {
        <section class="tag" aria-label=t!(product.tag)>
            <div class="tag__row">
                <div class="tag__price">
                    {move || view! { <Price price=price.get()/> }}
                    {move || price.get().map(|price| view! { <SaleLine price/> })}
                </div>
                <Stars look/>
            </div>
            <StockHere look/>
            <TryMe look/>
        </section>
    }
}

/// A piece that stands there to be touched.
#[component]
fn TryMe(look: Look) -> Markup {
    let i18n = use_i18n();
    let pieces = Memo::new(move |_| look.variant.with(|variant| variant.stock.display));
    live(move || {
        let words = move || t_string!(i18n, product.try_me);
        (pieces.get() > 0).then(|| view! { <p class="try-me"><Icon shape=Shape::Hand/><b>{words}</b>" "<span class="quiet">{t!(product.display_piece)}</span></p> })
    })
}
