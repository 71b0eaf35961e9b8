//! `GET /api/v1/stores/{store}/planogram`

use super::Map;
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/planogram`: the live revision.
    Get "/api/v1/stores/{store}/planogram" GetPlanogram (Access::Open)
    path { store: String } => Map, errors [NoSuchStore]
}
