//! `GET /api/v1/stores/{store}/collections`

use super::CollectionCard;
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/collections`: the curated sets of a store, in its order.
    Get "/api/v1/stores/{store}/collections" ListCollections (Access::Open)
    path { store: String } => Vec<CollectionCard>, errors [NoSuchStore]
}
