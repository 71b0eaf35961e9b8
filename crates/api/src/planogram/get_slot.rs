//! `GET /api/v1/slots/{slot}`

use super::SlotPlace;
use crate::Access;
use domain::crockford::SlotCode;

crate::endpoint! {
    /// `GET /api/v1/slots/{slot}`: which store a label belongs to, and what stands there.
    Get "/api/v1/slots/{slot}" GetSlot (Access::Open)
    path { slot: SlotCode } => SlotPlace, errors [NoSuchSlot]
}
