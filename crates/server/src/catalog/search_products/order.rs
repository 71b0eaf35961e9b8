//! The order of what was found, and its parts.

use super::Hit;
use crate::live::snapshot::Snapshot;
use api::catalog::found::Sort;
use domain::ids::ProductId;
use std::str::FromStr;

pub(super) struct Order<'a> {
    snapshot: &'a Snapshot,
    sort: Sort,
}

/// The last one shown: its key and its id. What comes or goes before it does not move the next part.
pub(super) struct Cursor {
    key: u64,
    id: ProductId,
}

impl<'a> Order<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, sort: Sort) -> Self {
        Self { snapshot, sort }
    }

    /// The next part after a cursor, and the cursor after that. Only the part is sorted, however much was found.
    pub(super) fn page(&self, found: &[Hit], cursor: Option<&Cursor>, limit: usize) -> (Vec<u32>, Option<String>) {
        // Of a product that is gone only the key is known: what is equal to it may be shown again.
        let after = cursor.map(|cursor| (cursor.key, self.snapshot.catalogue.place(cursor.id).map_or(0, |place| place + 1)));
        let keyed = found.iter().map(|hit| (self.key(*hit), hit.0));
        let mut rest: Vec<(u64, u32)> =
            keyed.filter(|(key, place)| after.is_none_or(|after| (*key, *place as usize + 1) > after)).collect();
        let is_more = rest.len() > limit;
        if is_more {
            rest.select_nth_unstable(limit);
            rest.truncate(limit);
        }
        rest.sort_unstable();
        let last = rest.last().filter(|_| is_more).and_then(|(key, place)| {
            let product = self.snapshot.catalogue.products.get(*place as usize)?;
            Some(format!("{key}.{}", product.id))
        });
        (rest.into_iter().map(|(_, place)| place).collect(), last)
    }

    /// The less, the earlier; equal ones stand in the merchant's order.
    fn key(&self, (place, score): Hit) -> u64 {
        let standing = self.snapshot.range.standing(place);
        let price = standing.price.and_then(|price| u64::try_from(price).ok());
        let product = self.snapshot.catalogue.products.get(place as usize);
        match self.sort {
            Sort::Best => u64::from(u32::MAX - score) << 1 | u64::from(standing.available == 0),
            // A billion steps, far finer than ratings differ.
            Sort::Rating => 1_000_000_000 - product.map_or(0, |product| (product.rank().clamp(0.0, 1.0) * 1e9) as u64),
            Sort::PriceLow => price.unwrap_or(u64::MAX),
            Sort::PriceHigh => price.map_or(u64::MAX, |price| u64::MAX - 1 - price),
            Sort::New => u64::MAX - product.map_or(0, |product| u64::try_from(product.added_at.millis()).unwrap_or(0)),
        }
    }
}

impl FromStr for Cursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (key, id) = text.split_once('.').ok_or(())?;
        Ok(Self { key: key.parse().map_err(|_| ())?, id: id.parse().map_err(|_| ())? })
    }
}
