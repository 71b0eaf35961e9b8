//! Which reviews the visitor asks for. The address keeps it.

use crate::browser::address::use_address;
use crate::route::query;
use api::review::list_reviews::ListReviews;
use domain::reviews::Order;
use domain::{Gtin, Language};

/// A part of the list.
const PART: u32 = 6;

/// Filters, words and order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wish {
    pub stars: Option<u8>,
    pub photo: bool,
    pub verified: bool,
    pub language: Option<Language>,
    pub size: Option<String>,
    pub mention: Option<String>,
    pub words: String,
    pub order: Order,
}

impl Wish {
    /// As the address says.
    pub fn read() -> Self {
        let address = use_address();
        let [stars, photo, verified, language, size, mention, words, order] =
            query::REVIEWS.map(|name| address.query(name).filter(|value| !value.is_empty()));
        let named = |name: &String| Order::ALL.into_iter().find(|(_, known)| known == name).map(|(order, _)| order);
        Self {
            stars: stars.and_then(|stars| stars.parse().ok()).filter(|stars| (1..=5).contains(stars)),
            photo: photo.is_some(),
            verified: verified.is_some(),
            language: language.and_then(|language| language.parse().ok()),
            size,
            mention,
            words: words.unwrap_or_default(),
            order: order.as_ref().and_then(named).unwrap_or_default(),
        }
    }

    /// As the address keeps it.
    pub fn values(&self) -> [(&'static str, Option<String>); 8] {
        let flag = |on: bool| on.then(|| "1".to_owned());
        let Self { stars, language, size, mention, words, order, .. } = self;
        let values = [
            stars.map(|stars| stars.to_string()),
            flag(self.photo),
            flag(self.verified),
            language.map(|language| language.as_str().to_owned()),
            size.clone(),
            mention.clone(),
            (!words.is_empty()).then(|| words.clone()),
            (*order != Order::default()).then(|| self.order_name().to_owned()),
        ];
        let mut values = values.into_iter();
        query::REVIEWS.map(|name| (name, values.next().flatten()))
    }

    /// The name of its order.
    pub fn order_name(&self) -> &'static str {
        Order::ALL.into_iter().find(|(order, _)| *order == self.order).map_or("", |(_, name)| name)
    }

    /// Everything, in the same order.
    pub fn cleared(&self) -> Self {
        Self { order: self.order, ..Self::default() }
    }

    /// A part of the list.
    pub fn ask(&self, store: String, gtin: Gtin, cursor: Option<String>) -> ListReviews {
        let Self { stars, language, size, mention, words, order, .. } = self.clone();
        let flag = |on: bool| on.then_some(true);
        let q = (!words.is_empty()).then_some(words);
        let (photo, verified, order, limit) = (flag(self.photo), flag(self.verified), Some(order), Some(PART));
        ListReviews { store, gtin, stars, photo, verified, language, size, mention, q, order, cursor, limit }
    }
}
