//! What holds for a whole import.

use crate::store::stores::Kept;
use domain::ids::{OrgId, StoreId};
use domain::{Currency, Instant, Language};
use std::collections::HashMap;
use uuid::Uuid;

/// What holds for a whole import.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The import.
    pub id: Uuid,
    /// Whose catalogue.
    pub org: OrgId,
    /// The store whose range the goods join and whose figures they are; `None` when several could be meant.
    pub store: Option<StoreId>,
    /// Stores by slug.
    pub stores: HashMap<String, StoreId>,
    /// What texts are written in where a row does not say.
    pub language: Language,
    /// What "price on request" is on request in.
    pub currency: Option<Currency>,
    /// Where baskets without numbers come from: the file's hash. Empty when every basket has a number of its own.
    pub origin: String,
    /// Which pictures are this file's to take off: its format and name. Empty where it takes none off.
    pub pictures: String,
    /// When the import began.
    pub now: Instant,
}

impl Terms {
    /// The store of a row, by its slug or the import's.
    pub fn store_of(&self, slug: Option<&str>) -> Option<StoreId> {
        slug.map_or(self.store, |slug| self.stores.get(slug).copied())
    }

    /// The store that a row names; none where it names none.
    pub fn named(&self, slug: Option<&str>) -> Option<StoreId> {
        self.stores.get(slug?).copied()
    }

    /// All stores, in the order that their event counters are taken in.
    pub fn all_stores(&self) -> Vec<StoreId> {
        let mut all: Vec<StoreId> = self.stores.values().copied().collect();
        all.sort();
        all
    }

    /// The terms of an import into these stores.
    pub fn new(id: Uuid, org: OrgId, stores: &[Kept], store: Option<&Kept>, language: Language, origin: &str, now: Instant) -> Self {
        let of_org: Vec<&Kept> = stores.iter().filter(|kept| kept.org == org).collect();
        let store = store.or(match of_org.as_slice() {
            [only] => Some(only),
            _ => None,
        });
        Self {
            id,
            org,
            store: store.map(|kept| kept.id),
            stores: of_org.iter().map(|kept| (kept.slug.clone(), kept.id)).collect(),
            language,
            currency: store.map(|kept| kept.currency),
            origin: origin.to_owned(),
            pictures: String::new(),
            now,
        }
    }
}
