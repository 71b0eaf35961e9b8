//! What the shop says of a list's products: price and stock, kept true while the page stands.

use crate::client::Sending;
use crate::live::{Follow, Heard, use_live};
use crate::load::{Load, Loading, use_load_with};
use crate::prelude::*;
use api::event::{Happening, LiveEvent};
use api::planogram::ShelfGood;
use api::planogram::list_goods::ListGoods;
use domain::Gtin;

/// All in one load.
pub(super) type Goods = Loading<Vec<ShelfGood>>;

/// Asks once there is a code, and again when there are others.
pub(super) fn use_goods(store: StoredValue<String>, codes: Memo<Vec<Gtin>>) -> Goods {
    let goods = use_load_with(move || {
        let g = codes.get().iter().map(Gtin::to_string).collect::<Vec<_>>().join(",");
        (!g.is_empty()).then(|| (ListGoods { store: store.get_value(), g }, Sending::default()))
    });
    let live = use_live(move || Some(Follow { store: store.get_value(), since: None, token: None }));
    live.on_happening(move |heard| match heard {
        Heard::Resync => goods.reload(),
        Heard::Event(event) => follow(goods, event),
    });
    goods
}

fn follow(goods: Goods, event: &LiveEvent) {
    match &event.what {
        Happening::Catalogue => goods.reload(),
        Happening::Stock { variant, available, held_until } => {
            let is_listed = |goods: &[ShelfGood]| goods.iter().any(|good| good.variant == *variant);
            if goods.value().get_untracked().is_some_and(|goods| is_listed(&goods)) {
                goods.update(|goods| {
                    for good in goods.iter_mut().filter(|good| good.variant == *variant) {
                        (good.stock.available, good.stock.held_until, good.stock.as_of) = (*available, *held_until, event.at);
                    }
                });
            }
        }
        _ => {}
    }
}

/// What is known of one product of the list.
#[derive(Clone, PartialEq)]
pub(super) enum Known {
    Waiting,
    /// The shop cannot be asked now.
    Nothing,
    /// Not in this store's range.
    NotHere,
    Here(Box<ShelfGood>),
}

impl Known {
    pub(super) fn of(goods: Goods, gtin: Gtin) -> Self {
        match goods.get() {
            Load::Ready(goods) | Load::Stale(goods) => match goods.iter().find(|good| good.gtin == gtin) {
                Some(good) => Self::Here(Box::new(good.clone())),
                None => Self::NotHere,
            },
            Load::Failed(_) => Self::Nothing,
            Load::Waiting | Load::Slow => Self::Waiting,
        }
    }
}
