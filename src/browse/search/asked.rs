//! What is searched for and narrowed down to: it stands in the page's query, so a reload, the step back and a shared link keep it.

use crate::browser::address::use_address;
use crate::prelude::*;
use crate::route::{Route, query, use_replace};
use api::catalog::found::Sort;
use api::catalog::search_products::SearchProducts;

pub(super) const CATEGORY: &str = "category";
pub(super) const BRAND: &str = "brand";
pub(super) const COLOUR: &str = "colour";
pub(super) const SIZE: &str = "size";
pub(super) const ZONE: &str = "zone";
pub(super) const PRICE_FROM: &str = "priceFrom";
pub(super) const PRICE_TO: &str = "priceTo";
pub(super) const STARS: &str = "stars";
pub(super) const HERE: &str = "here";
pub(super) const SORT: &str = "sort";
/// In the query's order.
const NAMES: [&str; 11] = [query::Q, CATEGORY, BRAND, COLOUR, SIZE, ZONE, PRICE_FROM, PRICE_TO, STARS, HERE, SORT];
/// Orders as the query writes them; the first is the one that it leaves out.
pub(super) const SORTS: [(&str, Sort); 5] =
    [("", Sort::Best), ("rating", Sort::Rating), ("price-low", Sort::PriceLow), ("price-high", Sort::PriceHigh), ("new", Sort::New)];
/// A part of the results.
const PART: u32 = 24;

/// Names and values, the empty ones left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked(Vec<(&'static str, String)>);

/// What the address asks for, as it changes.
pub(super) fn use_asked() -> Memo<Asked> {
    let address = use_address();
    Memo::new(move |_| {
        let value = |name| address.query(name).filter(|value| !value.is_empty()).map(|value| (name, value));
        Asked(NAMES.into_iter().filter_map(value).collect())
    })
}

/// Asks for something else: the address follows, without a step back for each letter and each mark.
pub(super) fn use_change(store: String) -> Callback<Asked> {
    let replace = use_replace();
    Callback::new(move |asked: Asked| replace(Route::Narrowed { store: store.clone(), query: asked.0 }))
}

impl Asked {
    /// A value; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// The words.
    pub(super) fn words(&self) -> &str {
        self.get(query::Q)
    }

    /// With another value; an empty one takes it away.
    pub(super) fn with(&self, name: &'static str, value: &str) -> Self {
        let value_of = |known| if known == name { value } else { self.get(known) };
        Self(NAMES.into_iter().map(|name| (name, value_of(name).to_owned())).filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The keys that are chosen of a facet.
    pub(super) fn keys(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name).split(',').filter(|key| !key.is_empty())
    }

    /// With a key more, or without it.
    pub(super) fn toggled(&self, name: &'static str, key: &str) -> Self {
        let mut keys: Vec<&str> = self.keys(name).filter(|known| *known != key).collect();
        if keys.len() == self.keys(name).count() {
            keys.push(key);
        }
        self.with(name, &keys.join(","))
    }

    /// How many things it is narrowed down by.
    pub(super) fn narrowed_by(&self) -> usize {
        let prices = usize::from(self.0.iter().any(|(name, _)| matches!(*name, PRICE_FROM | PRICE_TO)));
        let facets = [CATEGORY, BRAND, COLOUR, SIZE, ZONE, STARS, HERE];
        prices + facets.into_iter().map(|name| self.keys(name).count()).sum::<usize>()
    }

    /// The words and the order alone.
    pub(super) fn widened(&self) -> Self {
        Self(self.0.iter().filter(|(name, _)| matches!(*name, query::Q | SORT)).cloned().collect())
    }

    /// As the shop is asked. `done` says that the words have been read with what they found.
    pub(super) fn ask(&self, store: String, cursor: Option<String>, done: bool) -> SearchProducts {
        let text = |name| Some(self.get(name).to_owned()).filter(|value| !value.is_empty());
        SearchProducts {
            store,
            q: self.words().to_owned(),
            category: text(CATEGORY),
            brand: text(BRAND),
            colour: text(COLOUR),
            size: text(SIZE),
            zone: text(ZONE),
            price_from: self.get(PRICE_FROM).parse().ok(),
            price_to: self.get(PRICE_TO).parse().ok(),
            stars: self.get(STARS).parse().ok().filter(|stars| (1..=5).contains(stars)),
            here: (!self.get(HERE).is_empty()).then_some(true),
            sort: SORTS.into_iter().skip(1).find(|(name, _)| *name == self.get(SORT)).map(|(_, sort)| sort),
            // Narrowing down is looking on, not another search.
            done: (done && self.narrowed_by() == 0 && cursor.is_none()).then_some(true),
            cursor,
            limit: Some(PART),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_and_go_and_the_words_stay() {
        let asked = Asked::default().with(query::Q, "mug").toggled(COLOUR, "celadon").toggled(COLOUR, "sand").with(PRICE_TO, "9000");
        assert_eq!((asked.get(COLOUR), asked.narrowed_by()), ("celadon,sand", 3));
        assert_eq!(asked.toggled(COLOUR, "celadon").get(COLOUR), "sand");
        assert_eq!(asked.widened(), Asked::default().with(query::Q, "mug"));
        let ask = asked.with(SORT, "new").with(STARS, "9").ask("hongdae".into(), None, true);
        assert_eq!((ask.price_to, ask.sort, ask.stars, ask.done), (Some(9000), Some(Sort::New), None, None));
        assert_eq!(asked.widened().ask("hongdae".into(), None, true).done, Some(true));
    }
}
