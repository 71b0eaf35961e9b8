//! The products of the table, each loaded by itself: one that this store does not have leaves the others standing.

use crate::browser::address::{Address, use_address};
use crate::client::Refusal;
use crate::live::{Follow, Heard, use_live};
use crate::load::{Load, Loading, use_load_with};
use crate::prelude::*;
use crate::route::{Route, query, use_codes};
use crate::signal::Shared;
use crate::ui::compare::{MOST, Marked, use_marked};
use api::Code;
use api::catalog::Product;
use api::catalog::get_product::GetProduct;
use api::event::{Happening, LiveEvent};
use domain::Gtin;

/// Handed to every part of the table.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// In links.
    pub(super) store: StoredValue<String>,
    shown: Memo<Vec<Gtin>>,
    slots: StoredValue<Vec<Slot>>,
    /// What the address asked for when columns were taken out, and which.
    taken: RwSignal<(Vec<Gtin>, Vec<Gtin>)>,
    asked: Memo<Vec<Gtin>>,
    address: Address,
    marked: Marked,
}

/// Which product stands at a place of the address, and its load.
type Slot = (Memo<Option<Gtin>>, Loading<Product>);

/// One product of the table.
#[derive(Clone)]
pub(super) enum Column {
    Waiting,
    Here(Shared<Product>),
    /// Not in this store's range.
    Missing,
    /// Something broke; it may be asked for again.
    Failed(Refusal, Loading<Product>),
}

/// From the address.
pub(super) fn use_columns(store: String) -> Columns {
    let codes = use_codes(query::G);
    let asked = Memo::new(move |_| codes.get().into_iter().take(MOST).collect::<Vec<_>>());
    let slot = |index: usize| {
        let store = store.clone();
        let gtin = Memo::new(move |_| asked.with(|asked| asked.get(index).copied()));
        (gtin, use_load_with(move || gtin.get().map(|gtin| (GetProduct { store: store.clone(), gtin }, Default::default()))))
    };
    let slots: Vec<_> = (0..MOST).map(slot).collect();
    let taken = RwSignal::new((Vec::new(), Vec::new()));
    let shown = Memo::new(move |_| {
        let mut shown = asked.get();
        let (of, taken) = taken.get();
        if of == shown {
            shown.retain(|gtin| !taken.contains(gtin));
        }
        shown
    });
    follow(&store, &slots);
    let (address, marked) = (use_address(), use_marked());
    Columns { store: StoredValue::new(store), shown, slots: StoredValue::new(slots), taken, asked, address, marked }
}

/// Figures stay true while the table stands.
fn follow(store: &str, slots: &[Slot]) {
    let store = store.to_owned();
    let loads: Vec<Loading<Product>> = slots.iter().map(|(_, load)| *load).collect();
    let live = use_live(move || Some(Follow { store: store.clone(), since: None, token: None }));
    live.on_happening(move |heard| match heard {
        Heard::Resync => loads.iter().for_each(|load| load.reload()),
        Heard::Event(LiveEvent { what: Happening::Catalogue, .. }) => loads.iter().for_each(|load| load.reload()),
        Heard::Event(event) => loads.iter().for_each(|load| stock(*load, event)),
    });
}

fn stock(load: Loading<Product>, event: &LiveEvent) {
    let Happening::Stock { variant, available, held_until } = &event.what else { return };
    let is_of = |product: &Product| product.variants.iter().any(|of| of.id == *variant);
    if !load.value().get_untracked().is_some_and(|product| is_of(&product)) {
        return;
    }
    load.update(|product| {
        if let Some(of) = product.variants.iter_mut().find(|of| of.id == *variant) {
            (of.stock.available, of.stock.held_until, of.stock.as_of) = (*available, *held_until, event.at);
        }
    });
}

impl Columns {
    /// How many there are.
    pub(super) fn count(self) -> Memo<usize> {
        Memo::new(move |_| self.shown.with(Vec::len))
    }

    /// In the order of the address.
    pub(super) fn all(self) -> Vec<(Gtin, Column)> {
        let slots = self.slots.get_value();
        let of = |gtin: Gtin| {
            let load = slots.iter().find(|(of, _)| of.get() == Some(gtin)).map(|(_, load)| *load);
            let column = load.map_or(Column::Waiting, |load| match load.get() {
                Load::Ready(product) | Load::Stale(product) => Column::Here(product),
                Load::Failed(refusal) if refusal.is(Code::NotInRange) => Column::Missing,
                Load::Failed(refusal) => Column::Failed(refusal, load),
                Load::Waiting | Load::Slow => Column::Waiting,
            });
            (gtin, column)
        };
        self.shown.get().into_iter().map(of).collect()
    }

    /// One is on its way for so long that a visitor wants a word.
    pub(super) fn is_slow(self) -> Memo<bool> {
        Memo::new(move |_| self.slots.get_value().iter().any(|(_, load)| matches!(load.get(), Load::Slow)))
    }

    /// Takes one out, here and among what is marked; the address follows.
    pub(super) fn remove(self, gtin: Gtin) {
        let asked = self.asked.get_untracked();
        let (of, mut taken) = self.taken.get_untracked();
        if of != asked {
            taken.clear();
        }
        taken.push(gtin);
        self.taken.set((asked, taken));
        self.marked.remove(gtin);
        self.address.rename(&Route::Compare { store: self.store.get_value(), gtins: self.shown.get_untracked() }.href());
    }
}
