//! `GET /api/v1/stores`

use super::StoreCard;
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/stores`: the stores of this deployment.
    Get "/api/v1/stores" ListStores (Access::Open)
    path {} => Vec<StoreCard>
}
