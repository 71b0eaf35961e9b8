//! What web customers wrote, what their words say together, and lines by people who touched it.

mod chips;
mod fit;
mod given;
mod helpful;
mod histogram;
mod lines;
mod list;
mod one;
mod photos;
mod report;
mod search;
mod wish;

use super::look::Look;
use crate::browser::address::use_address;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::ui::skeleton::LinesSkeleton;
use api::review::ReviewSummary;
use api::review::get_summary::GetReviewSummary;
use histogram::Histogram;
use list::List;
use photos::{Viewer, Viewing};
use report::{ReportDialog, Reporting};
use wish::Wish;

/// None, one, or many: each is said as it is.
#[component]
pub fn Reviews(look: Look) -> Markup {
    let i18n = use_i18n();
    let ratings = Memo::new(move |_| look.product.with(|product| product.ratings));
    let total = Memo::new(move |_| u32::try_from(ratings.get().total()).unwrap_or(u32::MAX));
    let title = move || match total.get() {
        0 => t_string!(i18n, reviews.title).to_owned(),
        count => t_string!(i18n, reviews.title_count, count = intl::number(count, language_of(i18n.get_locale()))),
    };
    // All variants share their reviews.
    let gtin = look.variant.with_untracked(|variant| variant.gtin);
    // A changed count means that somebody hid, showed or imported reviews.
    let summary = use_load(move || {
        ratings.track();
        GetReviewSummary { store: look.slug(), gtin }
    });
    let summary = Memo::new(move |_| summary.value().get().map(|summary| (*summary).clone()).unwrap_or_default());
    let wish = RwSignal::new(Wish::read());
    keep_in_address(look, wish);
    let kind = Memo::new(move |_| total.get().min(2));
    let body = move || match kind.get() {
        0 => view! { <p class="lead">{t!(reviews.none)}</p> <given::Given summary/> },
        kind => view! { <Several look summary wish ratings is_one=kind == 1/> },
    };
    view! {
        <section class="reviews" aria-labelledby="reviews">
            <h2 id="reviews" class="reviews__title" tabindex="-1">{title}</h2>
            {body}
        </section>
        <lines::Lines store=look.store gtin/>
    }
}

/// A reload and a shared link find the same reviews; so they do with another variant.
fn keep_in_address(look: Look, wish: RwSignal<Wish>) {
    let address = use_address();
    Effect::new(move |before: Option<()>| {
        let values = wish.with(Wish::values);
        look.variant.track();
        if before.is_some() {
            address.note(&values);
        }
    });
}

#[component]
fn Several(
    look: Look,
    summary: Memo<ReviewSummary>,
    wish: RwSignal<Wish>,
    ratings: Memo<domain::curation::Ratings>,
    is_one: bool,
) -> Markup {
    let head = match is_one {
        true => view! { <p class="lead">{t!(reviews.only_one)}</p> },
        false => view! { <Histogram ratings wish/> <fit::FitScale summary/> },
    };
    view! {
        <div class="reviews__columns">
            <div class="reviews__head">{head}<given::Given summary/></div>
            <Written look summary wish ratings is_one/>
        </div>
    }
}

#[component]
fn Written(
    look: Look,
    summary: Memo<ReviewSummary>,
    wish: RwSignal<Wish>,
    ratings: Memo<domain::curation::Ratings>,
    is_one: bool,
) -> Markup {
    let gtin = look.variant.with_untracked(|variant| variant.gtin);
    let load = use_load(move || {
        ratings.track();
        wish.with(|wish| wish.ask(look.slug(), gtin, None))
    });
    let (reporting, viewing) = (Reporting::new(look.store), Viewing::new());
    view! {
        <div class="reviews__list">
            {(!is_one).then(|| view! { <search::Search wish/> })}
            <Loaded load skeleton=|| view! { <LinesSkeleton count=6/> } let:page>
                {(!is_one).then(|| view! { <chips::Chips summary wish page/> })}
                <List look summary wish page reporting viewing/>
            </Loaded>
        </div>
        <ReportDialog reporting/>
        <Viewer viewing/>
    }
}
