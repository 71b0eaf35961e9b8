//! `GET /api/v1/stores/{store}/collections/{collection}`

use super::Collection;
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/collections/{collection}`: one curated set with all its members and their reasons.
    Get "/api/v1/stores/{store}/collections/{collection}" GetCollection (Access::Open)
    path { store: String, collection: String } => Collection, errors [NoSuchStore, NoSuchCollection]
}
