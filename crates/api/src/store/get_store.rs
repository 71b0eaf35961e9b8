//! `GET /api/v1/stores/{store}`

use super::Store;
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}`: one store with its hours.
    Get "/api/v1/stores/{store}" GetStore (Access::Open)
    path { store: String } => Store, errors [NoSuchStore]
}
