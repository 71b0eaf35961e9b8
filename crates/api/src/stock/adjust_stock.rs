//! `POST /api/v1/stores/{store}/stock/{gtin}/adjust`

use super::StockCard;
use crate::Access;
use domain::Gtin;
use domain::access::Action;
use domain::stock::Adjustment;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/stock/{gtin}/adjust`: more or fewer units on the floor, for a reason. Where fewer are left than are
    /// promised, a shortfall is open from then on.
    Post "/api/v1/stores/{store}/stock/{gtin}/adjust" AdjustStock (Access::Person(Action::AdjustStock))
    path { store: String, gtin: Gtin }
    body {
        /// Units, 1 or more.
        quantity: u32,
        /// Why, which says whether it is more or fewer.
        why: Adjustment,
        /// The floor's figure that was shown; see `CountStock`.
        expected: u32,
    } => StockCard,
    errors [NoSuchStore, NotInRange, Stale, TooMany, BadInput, NoKey, KeyReused]
}
