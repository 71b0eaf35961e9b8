//! A product's books: where how many are, who looked last, what can be done.

use super::act::ActForm;
use super::history::History;
use super::note::NoteForm;
use super::shortfalls::One;
use super::{href, named, units, use_stock, use_time};
use crate::i18n::{language_of, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::chip::ChipLink;
use crate::ui::notice::{Notice, Tone};
use crate::ui::picture::Picture;
use crate::ui::whereabouts;
use api::stock::StockCard;
use domain::stock::{Bucket, Stock};

/// All of it. Another product is another card.
#[component]
pub(super) fn Card(card: Signal<StockCard>) -> Markup {
    let which = Memo::new(move |_| card.with(|card| card.gtin));
    live(move || {
        which.track();
        view! {
            <article class="stock-card">
                <Head card/>
                <Figures card/>
                <Short card/>
                <ActForm card/>
                <Others card/>
                <NoteForm card/>
                <History/>
            </article>
        }
    })
}

#[component]
fn Head(card: Signal<StockCard>) -> Markup {
    let i18n = use_i18n();
    let StockCard { title, detail, picture, gtin, locations, .. } = card.get_untracked();
    let code = move || t_string!(i18n, stock.code, gtin = gtin.to_string());
    let places = move || match locations.first() {
        None => t_string!(i18n, stock.ask_where).to_owned(),
        Some(first) => {
            let signs = locations.iter().map(|at| at.sign()).collect::<Vec<_>>().join(", ");
            format!("{signs} · {}", whereabouts::line(i18n, first))
        }
    };
    view! {
        <header class="stock-card__head">
            <span class="stock-card__picture"><Picture picture name=title.clone() size=160/></span>
            <div>
                <h2 class="stock-card__title">{say(title)}</h2>
                <p>{say(detail)}</p>
                <p class="quiet small">{places}</p>
                <p class="quiet small">{code}</p>
            </div>
        </header>
    }
}

/// The figures, what shoppers may hold first.
#[component]
fn Figures(card: Signal<StockCard>) -> Markup {
    let (i18n, time) = (use_i18n(), use_time());
    let stock = Memo::new(move |_| card.with(|card| card.stock));
    let available = move || {
        let available = stock.get().available();
        match u32::try_from(available) {
            Ok(free) => units(i18n, free),
            Err(_) => t_string!(i18n, stock.short, count = available.unsigned_abs().to_string()),
        }
    };
    let unit = move |of: fn(&Stock) -> u32| move || units(i18n, stock.with(of));
    let seen = move || {
        card.with(|card| match card.check.as_ref().map(|check| &check.witness) {
            Some(None) => t_string!(i18n, stock.checking).to_owned(),
            Some(Some(witness)) => {
                let name = witness.name.get(language_of(i18n.get_locale())).to_owned();
                t_string!(i18n, stock.witness, name = name, time = time.run(witness.at))
            }
            None => t_string!(i18n, stock.as_of, time = time.run(card.as_of)),
        })
    };
    view! {
        <dl class="stock-card__figures">
            <div data-main=""><dt>{t!(stock.available)}</dt><dd>{available}</dd></div>
            <div><dt>{bucket(Bucket::Floor)}</dt><dd>{unit(|stock| stock.floor)}</dd></div>
            <div><dt>{t!(stock.claimed)}</dt><dd>{unit(|stock| stock.claimed)}</dd></div>
            <div><dt>{bucket(Bucket::Bin)}</dt><dd>{unit(|stock| stock.bin)}</dd></div>
            <div><dt>{bucket(Bucket::Putback)}</dt><dd>{unit(|stock| stock.putback)}</dd></div>
            <div><dt>{bucket(Bucket::Display)}</dt><dd>{unit(|stock| stock.display)}</dd></div>
        </dl>
        <p class="quiet small">{seen}</p>
    }
}

/// A bucket's word, following the language.
fn bucket(bucket: Bucket) -> impl Fn() -> &'static str + Clone + Send + Sync + 'static {
    let i18n = use_i18n();
    move || bucket_words(i18n, bucket)
}

/// A bucket's word.
pub(super) fn bucket_words(i18n: crate::i18n::Words, bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::Floor => t_string!(i18n, stock.bucket.floor),
        Bucket::Bin => t_string!(i18n, stock.bucket.bin),
        Bucket::Putback => t_string!(i18n, stock.bucket.putback),
        Bucket::Display => t_string!(i18n, stock.bucket.display),
        Bucket::Supplier => t_string!(i18n, stock.bucket.supplier),
        Bucket::Sold => t_string!(i18n, stock.bucket.sold),
        Bucket::Shrink => t_string!(i18n, stock.bucket.shrink),
        Bucket::Found => t_string!(i18n, stock.bucket.found),
    }
}

/// What is promised of it and not there.
#[component]
fn Short(card: Signal<StockCard>) -> Markup {
    let i18n = use_i18n();
    let shortfall = Memo::new(move |_| card.with(|card| card.shortfall.clone()));
    live(move || {
        shortfall.get().map(|shortfall| {
            let words = named(i18n, &shortfall.title, &shortfall.detail);
            view! {
                <Notice tone=Tone::Warn><span class="visually-hidden">{words}</span>{t!(stock.shortfall.lead)}</Notice>
                <ul class="shortfalls"><One shortfall is_alone=true/></ul>
            }
        })
    })
}

/// The same in other sizes and colours, with what there is of each.
#[component]
fn Others(card: Signal<StockCard>) -> Markup {
    let (i18n, stock) = (use_i18n(), use_stock());
    let others = Memo::new(move |_| card.with(|card| card.others.clone()));
    let chip = move |other: api::stock::StockSibling| {
        let words = move || {
            let detail = other.detail.get(language_of(i18n.get_locale())).to_owned();
            format!("{detail} {}", units(i18n, other.available))
        };
        view! { <ChipLink href=href(other.gtin)>{words}</ChipLink> }
    };
    live(move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            // A number typed for one size is none for another.
            let forget = move |_| stock.number.set(String::new());
            view! {
                <section class="stock-card__part">
                    <h3>{t!(stock.others)}</h3>
                    <div class="sheet__chips" on:click=forget>{others.into_iter().map(chip).collect_view()}</div>
                </section>
            }
        })
    })
}
