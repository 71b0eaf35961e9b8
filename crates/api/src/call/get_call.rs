//! `GET /api/v1/stores/{store}/calls/mine`

use super::Call;
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/calls/mine`: the latest call of the device whose key this is.
    Get "/api/v1/stores/{store}/calls/mine" GetCall (Access::Token)
    path { store: String } => Call,
    errors [NoSuchStore, NoSuchTask]
}
