//! What web customers wrote, and how the stars are spread.

mod histogram;
mod list;
mod one;

use super::look::Look;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::ui::skeleton::LinesSkeleton;
use api::catalog::list_reviews::ListReviews;
use domain::Gtin;
use histogram::Histogram;
use list::List;

/// A part of the list.
const PART: u32 = 6;

/// Which reviews: of which product, with how many stars.
pub(super) fn ask(store: String, gtin: Gtin, stars: Option<u8>, cursor: Option<String>) -> ListReviews {
    ListReviews { store, gtin, stars, cursor, limit: Some(PART) }
}

/// None, one, or many: each is said as it is.
#[component]
pub fn Reviews(look: Look) -> Markup {
    let i18n = use_i18n();
    let ratings = Memo::new(move |_| look.product.with(|product| product.ratings));
    let total = Memo::new(move |_| u32::try_from(ratings.get().total()).unwrap_or(u32::MAX));
    let title = move || match total.get() {
        0 => t_string!(i18n, product.reviews.title).to_owned(),
        count => t_string!(i18n, product.reviews.title_count, count = intl::number(count, language_of(i18n.get_locale()))),
    };
    // All variants share their reviews.
    let gtin = look.variant.with_untracked(|variant| variant.gtin);
    let stars = RwSignal::new(None::<u8>);
    let body = move || match total.get() {
        0 => view! { <p class="lead">{t!(product.reviews.none)}</p> },
        count => {
            let head = match count {
                1 => view! { <p class="lead">{t!(product.reviews.only_one)}</p> },
                _ => view! { <Histogram ratings stars/> },
            };
            view! { <div class="reviews__columns">{head}<Written store=look.slug() gtin stars/></div> }
        }
    };
    view! {
        <section class="reviews" aria-labelledby="reviews">
            <h2 id="reviews" class="reviews__title" tabindex="-1">{title}</h2>
            {body}
        </section>
    }
}

#[component]
fn Written(store: String, gtin: Gtin, stars: RwSignal<Option<u8>>) -> Markup {
    let asked = store.clone();
    let load = use_load(move || ask(asked.clone(), gtin, stars.get(), None));
    view! {
        <div class="reviews__list">
            <Loaded load skeleton=|| view! { <LinesSkeleton count=6/> } let:page>
                <List store=store.clone() gtin stars page/>
            </Loaded>
        </div>
    }
}
