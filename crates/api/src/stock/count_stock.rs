//! `POST /api/v1/stores/{store}/stock/{gtin}/count`

use super::StockCard;
use crate::Access;
use domain::Gtin;
use domain::access::Action;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/stock/{gtin}/count`: so many stand on the floor. Whoever counted is the witness, and what shoppers
    /// could not find is answered.
    Post "/api/v1/stores/{store}/stock/{gtin}/count" CountStock (Access::Person(Action::AdjustStock))
    path { store: String, gtin: Gtin }
    body {
        /// Units on the floor, those that are kept for somebody among them.
        found: u32,
        /// The floor's figure that was shown. Where units came or went meanwhile, `Stale` says in `expected` what it is now.
        expected: u32,
    } => StockCard,
    errors [NoSuchStore, NotInRange, Stale, TooMany, NoKey, KeyReused]
}
