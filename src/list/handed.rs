//! A list that somebody handed over: to be walked at once, or to be added to one's own.

use super::goods::{Goods, Known, use_goods};
use super::row::Face;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::load::Loaded;
use crate::prelude::*;
use crate::route::{Route, use_go};
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::heading::{Heading, focus_next_heading};
use crate::ui::keepsake::Keepsake;
use crate::ui::list::use_lists;
use crate::ui::notice::Notice;
use crate::ui::skeleton::LinesSkeleton;
use crate::ui::toast::use_toasts;
use api::planogram::ShelfGood;
use domain::Gtin;

#[component]
pub(super) fn Handed(store: StoredValue<String>, codes: Vec<Gtin>) -> Markup {
    let asked = codes.clone();
    let goods = use_goods(store, Memo::new(move |_| asked.clone()));
    let codes = StoredValue::new(codes);
    view! {
        <div class="page list">
            <Heading text=t!(list.handed)/>
            <p class="lead">{t!(list.handed_lead)}</p>
            <Loaded load=goods skeleton=|| view! { <LinesSkeleton count=6/> } let:here>
                <Acts store goods=here/>
                <Absent codes goods=here/>
                <ul class="list__rows">{each(move || here.get(), |good| good.gtin, move |good| row(store, goods, &good))}</ul>
            </Loaded>
        </div>
    }
}

fn row(store: StoredValue<String>, goods: Goods, good: &ShelfGood) -> Markup {
    let (of, gtin) = (keepsake(good), good.gtin);
    let known = Memo::new(move |_| Known::of(goods, gtin));
    view! { <li class="list__row"><Face store of known/></li> }
}

fn keepsake(good: &ShelfGood) -> Keepsake {
    Keepsake::new(good.gtin, good.name.clone(), good.picture.as_ref())
}

/// Adding comes first; walking needs no list of one's own.
#[component]
fn Acts(store: StoredValue<String>, goods: Signal<Vec<ShelfGood>>) -> Markup {
    let (i18n, lists, toasts, go) = (use_i18n(), use_lists(), use_toasts(), use_go());
    let go = StoredValue::new(go);
    let mine = move || Route::List { store: store.get_value(), gtins: Vec::new() };
    let count =
        Memo::new(move |_| store.with_value(|store| goods.with(|goods| goods.iter().filter(|good| !lists.has(store, good.gtin)).count())));
    let take = move |_| {
        let new = goods.with_untracked(|goods| goods.iter().map(keepsake).collect());
        let turned_away = store.with_value(|store| lists.add(store, new));
        toasts.say(if turned_away > 0 { t_string!(i18n, list.full) } else { t_string!(i18n, list.taken) });
        focus_next_heading();
        go.with_value(|go| go(mine()));
    };
    let add = move || match count.get() {
        0 => view! { <span class="quiet">{t!(list.all_mine)}</span> },
        count => {
            let count = intl::number(count as u32, language_of(i18n.get_locale()));
            view! { <Button variant=Variant::Primary on_press=take>{t_string!(i18n, list.take, count = count)}</Button> }
        }
    };
    let walk =
        move || Route::Tour { store: store.get_value(), gtins: goods.with(|goods| goods.iter().map(|good| good.gtin).collect()), at: None };
    let any = Memo::new(move |_| goods.with(|goods| !goods.is_empty()));
    let acts = live(move || {
        any.get().then(|| view! { {add}<ButtonLink href=Signal::derive(move || walk().href())>{t!(list.walk_handed)}</ButtonLink> })
    });
    view! { <div class="list__acts">{acts}<ButtonLink href=mine().href() variant=Variant::Quiet>{t!(list.mine)}</ButtonLink></div> }
}

/// What this store does not have, by the only name that is known of it.
#[component]
fn Absent(codes: StoredValue<Vec<Gtin>>, goods: Signal<Vec<ShelfGood>>) -> Markup {
    let i18n = use_i18n();
    let absent = Memo::new(move |_| {
        goods.with(|goods| {
            let is_here = |gtin: &&Gtin| !goods.iter().any(|good| good.gtin == **gtin);
            codes.with_value(|codes| codes.iter().filter(is_here).map(Gtin::to_string).collect::<Vec<_>>().join(", "))
        })
    });
    live(move || {
        let codes = absent.get();
        (!codes.is_empty()).then(|| view! { <Notice>{t_string!(i18n, list.absent, codes = codes)}</Notice> })
    })
}
