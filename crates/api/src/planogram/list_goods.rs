//! `GET /api/v1/stores/{store}/goods`

use super::ShelfGood;
use crate::Access;

/// A shopper's list holds no more, and one answer neither.
pub const MOST: usize = 50;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/goods`: the variants of a shopper's list, with what they cost and how many there are. `g` holds their
    /// codes with commas between, fifty at most; each is answered once, in their order and under the code that was asked for. What is
    /// no code, and what this store does not have, is left out.
    Get "/api/v1/stores/{store}/goods" ListGoods (Access::Open)
    path { store: String }
    query { g: String } => Vec<ShelfGood>, errors [NoSuchStore]
}
