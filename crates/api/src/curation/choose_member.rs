//! `POST /api/v1/stores/{store}/curation/{curation}/choices`

use super::{Choose, Curation};
use crate::Access;
use domain::Text;
use domain::access::Action;
use domain::ids::{CollectionId, ProductId};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/curation/{curation}/choices`: pins a product, keeps it out, or leaves it to the rule again.
    Post "/api/v1/stores/{store}/curation/{curation}/choices" ChooseMember (Access::Person(Action::EditCollections)) "versioned"
    path { store: String, curation: CollectionId }
    body {
        /// Which.
        product: ProductId,
        /// What becomes of it.
        choose: Choose,
        /// Why; needed unless it is left to the rule. Shoppers read the one of a pin.
        reason: Text,
    } => Curation,
    errors [NoSuchStore, NoSuchCollection, NotInRange, SignInNeeded, NotAllowed, Stale, NoVersion, NoKey, KeyReused, NoReason, BadInput]
}
