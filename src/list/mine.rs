//! This device's own list: tick off, take off, walk it, hand it over.

use super::goods::{Goods, Known, use_goods};
use super::row::Face;
use super::sheet::{Bring, LateSheet};
use crate::browser::{document, intl};
use crate::i18n::{language_of, t, t_string, use_i18n, use_language};
use crate::load::{Load, Refused};
use crate::prelude::*;
use crate::route::Route;
use crate::session::kept;
use crate::session::kiosk::is_kiosk;
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::icon::{Icon, Shape};
use crate::ui::list::{Entry, Lists, use_lists};
use crate::ui::notice::{Notice, Pill, Tone};
use crate::ui::share::Share;
use domain::{Gtin, Text};

const UNDO: &str = "list-undo";

/// What was taken off last, to be put back.
#[derive(Clone)]
struct Gone {
    before: Vec<Entry>,
    /// Of the only one; none when all went.
    name: Option<Text>,
}

/// Handed to every part of the page.
#[derive(Clone, Copy)]
struct Own {
    store: StoredValue<String>,
    lists: Lists,
    list: Memo<Vec<Entry>>,
    gone: RwSignal<Option<Gone>>,
}

impl Own {
    fn codes(self, which: fn(&Entry) -> bool) -> Vec<Gtin> {
        self.list.with(|list| list.iter().filter(|entry| which(entry)).map(|entry| entry.of.gtin).collect())
    }

    fn remove(self, gtin: Gtin) {
        let before = self.list.get_untracked();
        let name = before.iter().find(|entry| entry.of.gtin == gtin).map(|entry| entry.of.name.clone());
        self.store.with_value(|store| self.lists.remove(store, gtin));
        self.went(Gone { before, name });
    }

    fn clear(self) {
        let before = self.list.get_untracked();
        self.store.with_value(|store| self.lists.clear(store));
        self.went(Gone { before, name: None });
    }

    /// What was pressed is gone: who goes by keys goes on from the way back.
    fn went(self, gone: Gone) {
        self.gone.set(Some(gone));
        request_animation_frame(|| document::focus(UNDO));
    }

    fn put_back(self) {
        let Some(Gone { before, .. }) = self.gone.get_untracked() else { return };
        let now = untrack(|| self.codes(|_| true));
        let back = before.iter().map(|entry| entry.of.gtin).find(|gtin| !now.contains(gtin));
        self.store.with_value(|store| self.lists.put_back(store, &before));
        self.gone.set(None);
        if let Some(gtin) = back {
            request_animation_frame(move || document::focus(&tick_of(gtin)));
        }
    }
}

/// The id of a product's box.
fn tick_of(gtin: Gtin) -> String {
    format!("tick-{gtin}")
}

#[component]
pub(super) fn Mine(store: StoredValue<String>, sheet: Bring) -> Markup {
    let lists = use_lists();
    let list = Memo::new(move |_| store.with_value(|store| lists.of(store)));
    let own = Own { store, lists, list, gone: RwSignal::new(None) };
    // What was taken off may come back, so its answer stays.
    let codes = Memo::new(move |before: Option<&Vec<Gtin>>| {
        let mut codes = before.cloned().unwrap_or_default();
        let new = own.codes(|_| true).into_iter().filter(|gtin| !codes.contains(gtin)).collect::<Vec<_>>();
        codes.extend(new);
        codes
    });
    let goods = use_goods(store, codes);
    let is_empty = Memo::new(move |_| list.with(Vec::is_empty));
    let body = live(move || match is_empty.get() {
        true => view! { <Nothing store/> },
        false => view! { <Acts own sheet/><Trouble goods/><Rows own goods/> },
    });
    let mine = kept::any().then(|| view! { <p><ButtonLink href=Route::Tickets.href()>{t!(reserve.mine.see)}</ButtonLink></p> });
    view! {
        <div class="page list">
            <Heading text=t!(list.title)/>
            <Undo own/>
            {body}
            {mine}
        </div>
    }
}

/// How the list fills.
#[component]
fn Nothing(store: StoredValue<String>) -> Markup {
    let search = Route::Search { store: store.get_value(), q: String::new() }.href();
    let scan = Route::Scan { store: store.get_value() }.href();
    view! {
        <Empty sentence=t!(list.empty)>
            <ButtonLink href=search variant=Variant::Primary>{t!(list.search)}</ButtonLink>
            <ButtonLink href=scan>{t!(list.scan)}</ButtonLink>
        </Empty>
    }
}

/// How far it is done, and what may be done with it.
#[component]
fn Acts(own: Own, sheet: Bring) -> Markup {
    let i18n = use_i18n();
    let counts = Memo::new(move |_| (own.codes(|entry| entry.ticked).len(), own.codes(|_| true).len()));
    let number = move |count: usize| intl::number(count as u32, language_of(i18n.get_locale()));
    let progress = move || {
        let (count, total) = counts.get();
        t_string!(i18n, list.progress, count = number(count), total = number(total))
    };
    let walk = move || {
        let gtins = own.codes(|entry| !entry.ticked);
        let words = t_string!(i18n, list.walk, count = number(gtins.len()));
        let href = Route::Tour { store: own.store.get_value(), gtins: gtins.clone(), at: None }.href();
        (!gtins.is_empty()).then(|| view! { <ButtonLink href variant=Variant::Primary><Icon shape=Shape::Map/>{words}</ButtonLink> })
    };
    let keep = move || {
        let gtins = own.codes(|entry| !entry.ticked);
        let words = t_string!(i18n, list.keep, count = number(gtins.len()));
        (!gtins.is_empty())
            .then(|| view! { <ButtonLink href=Route::Reserve { store: own.store.get_value(), gtins }.href()>{words}</ButtonLink> })
    };
    let address = Signal::derive(move || {
        let list = Route::List { store: own.store.get_value(), gtins: own.codes(|_| true) };
        document::whole(&list.href())
    });
    let (open, is_kiosk) = (RwSignal::new(false), is_kiosk());
    view! {
        <p class="lead">{progress}</p>
        <div class="list__acts">
            {walk}{keep}
            <Share words=t!(list.share) title=t!(list.title) address open is_kiosk/>
            <Button variant=Variant::Quiet on_press=move |_| own.clear()>{t!(list.clear)}</Button>
        </div>
        <LateSheet open address bring=sheet/>
    }
}

/// Names stand without the shop; its figures do not.
#[component]
fn Trouble(goods: Goods) -> Markup {
    live(move || match goods.get() {
        Load::Slow => view! { <Pill>{t!(common.load.slow)}</Pill> },
        Load::Stale(_) => view! { <Pill>{t!(common.load.stale)}</Pill> },
        Load::Failed(refusal) => view! { <Refused refusal again=Callback::new(move |()| goods.reload())/> },
        Load::Waiting | Load::Ready(_) => Markup::Nothing,
    })
}

/// In the order in which they were put there.
#[component]
fn Rows(own: Own, goods: Goods) -> Markup {
    let rows = each(move || own.list.get(), |entry| entry.of.gtin, move |entry| view! { <Row own goods entry/> });
    view! { <ul class="list__rows">{rows}</ul> }
}

#[component]
fn Row(own: Own, goods: Goods, entry: Entry) -> Markup {
    let (i18n, language, of) = (use_i18n(), use_language(), entry.of);
    let gtin = of.gtin;
    let known = Memo::new(move |_| Known::of(goods, gtin));
    let is_ticked = Memo::new(move |_| own.list.with(|list| list.iter().any(|entry| entry.of.gtin == gtin && entry.ticked)));
    let change = move |_| own.store.with_value(|store| own.lists.tick(store, gtin, !is_ticked.get_untracked()));
    let named = of.name.clone();
    let name = Signal::derive(move || named.get(language.get()).to_owned());
    let (tick, remove) = (move || t_string!(i18n, list.tick, name = name.get()), move || t_string!(i18n, list.remove, name = name.get()));
    view! {
        <li class="list__row" data-ticked=is_ticked>
            <label class="list__tick"><input type="checkbox" id=tick_of(gtin) aria-label=tick prop:checked=is_ticked on:change=change/></label>
            <Face store=own.store of known/>
            <button class="list__remove" type="button" aria-label=remove on:click=move |_| own.remove(gtin)><Icon shape=Shape::Cross/></button>
        </li>
    }
}

/// The way back for a moment's mistake.
#[component]
fn Undo(own: Own) -> Markup {
    let (i18n, language) = (use_i18n(), use_language());
    live(move || {
        let name = own.gone.get()?.name;
        let words = move || match &name {
            Some(name) => t_string!(i18n, list.removed, name = name.get(language.get()).to_owned()),
            None => t_string!(i18n, list.cleared).to_owned(),
        };
        Some(view! { <Notice tone=Tone::Good>{words}" "<Button id=UNDO on_press=move |_| own.put_back()>{t!(list.undo)}</Button></Notice> })
    })
}
