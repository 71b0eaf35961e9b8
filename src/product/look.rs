//! What the visitor looks at: the product, the variant they chose, where they stand, how sure the figures are.

use super::availability::Availability;
use crate::browser::address::{Address, use_address};
use crate::browser::{clock, document};
use crate::live::LinkState;
use crate::prelude::*;
use crate::route::{Route, use_slot};
use crate::session::holding;
use crate::ui::keepsake::Keepsake;
use api::catalog::{Product, Variant};
use domain::crockford::SlotCode;
use domain::planogram::Location;
use domain::{Gtin, Instant};
use std::time::Duration;

/// How often a figure's age is looked at again.
const TICK: Duration = Duration::from_secs(15);

/// Handed to every part of the page; copying it copies handles.
#[derive(Clone, Copy)]
pub struct Look {
    /// In links.
    pub store: StoredValue<String>,
    /// As it is loaded and kept up to date.
    pub product: Signal<Product>,
    /// The chosen variant.
    pub variant: Memo<Variant>,
    /// When the figures were last known to be true; `None` is now.
    pub known_at: Memo<Option<Instant>>,
    /// Whether one can be kept.
    pub availability: Memo<Availability>,
    /// The sheet that takes the page along stands open.
    pub sharing: RwSignal<bool>,
    chosen: RwSignal<Gtin>,
    slot: Memo<Option<SlotCode>>,
    address: Address,
}

impl Look {
    /// At the variant with this code.
    pub fn new(store: StoredValue<String>, product: Signal<Product>, gtin: Gtin, link: Signal<LinkState>) -> Self {
        let chosen = RwSignal::new(gtin);
        let variant = Memo::new(move |_| product.with(|product| variant_of(product, chosen.get())));
        let opened = clock::now();
        let now = clock::use_now(TICK);
        let known_at = Memo::new(move |_| match link.get() {
            LinkState::Live(_) => None,
            LinkState::Lost(since) => Some(since),
            LinkState::Opening => Some(opened),
        });
        let availability = Memo::new(move |_| {
            now.track();
            variant.with(|variant| {
                let mine = store.with_value(|store| holding::of(store, variant.gtin)).map(|holding| holding.until);
                let paused = product.with(|product| product.pause.as_ref().map(|pause| pause.until));
                Availability::of(&variant.stock, known_at.get(), mine, paused, clock::now())
            })
        });
        let sharing = RwSignal::new(false);
        Self { store, product, variant, known_at, availability, sharing, chosen, slot: use_slot(), address: use_address() }
    }

    /// Shows another variant. The address follows, so that a reload and a shared link keep it.
    pub fn choose(self, gtin: Gtin) {
        self.chosen.set(gtin);
        let at = self.here().map(|location| location.slot).filter(|slot| self.slot.get_untracked() == Some(*slot));
        self.address.rename(&Route::Product { store: self.slug(), gtin, at }.href());
    }

    /// The store, in links.
    pub fn slug(self) -> String {
        self.store.get_value()
    }

    /// Where it stands: the shelf that was scanned, else the first.
    pub fn here(self) -> Option<Location> {
        let slot = self.slot.get();
        self.variant.with(|variant| {
            let scanned = variant.locations.iter().find(|location| Some(location.slot) == slot);
            scanned.or_else(|| variant.locations.first()).cloned()
        })
    }

    /// The page's whole address, for others.
    pub fn link(self) -> String {
        let gtin = self.variant.with(|variant| variant.gtin);
        document::whole(&Route::Product { store: self.slug(), gtin, at: None }.href())
    }

    /// As a phone remembers it.
    pub fn keepsake(self) -> Keepsake {
        self.product
            .with(|product| self.variant.with(|variant| Keepsake::new(variant.gtin, product.name.clone(), variant.pictures.first())))
    }

    /// The page that calls somebody to it.
    pub fn call_href(self) -> String {
        let gtin = self.variant.with(|variant| variant.gtin);
        Route::Call { store: self.slug(), gtin: Some(gtin), at: self.slot.get() }.href()
    }

    /// The map with this variant on it.
    pub fn map_href(self) -> String {
        Route::Map { store: self.slug(), to: Some(self.variant.with(|variant| variant.gtin)), at: self.slot.get() }.href()
    }
}

/// The contract promises one variant at least.
fn variant_of(product: &Product, gtin: Gtin) -> Variant {
    let chosen = product.variants.iter().find(|variant| variant.gtin == gtin);
    chosen.or_else(|| product.variants.first()).cloned().expect("a product has a variant")
}
