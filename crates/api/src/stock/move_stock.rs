//! `POST /api/v1/stores/{store}/stock/{gtin}/move`

use super::StockCard;
use crate::Access;
use domain::Gtin;
use domain::access::Action;
use domain::stock::Showing;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/stock/{gtin}/move`: between the floor, where goods are sold, and the display, where they are shown.
    Post "/api/v1/stores/{store}/stock/{gtin}/move" MoveStock (Access::Person(Action::AdjustStock))
    path { store: String, gtin: Gtin }
    body {
        /// Units, 1 or more.
        quantity: u32,
        /// Which way.
        way: Showing,
        /// The floor's figure that was shown; see `CountStock`.
        expected: u32,
    } => StockCard,
    errors [NoSuchStore, NotInRange, Stale, TooMany, BadInput, NoKey, KeyReused]
}
