//! `GET /api/v1/slots/{slot}`

use super::SlotPlace;
use crate::Access;
use domain::Gtin;
use domain::crockford::SlotCode;

crate::endpoint! {
    /// `GET /api/v1/slots/{slot}`: which store a label belongs to, what stands there, and whether that is what the label says.
    /// `gtin` is the product that the label names.
    Get "/api/v1/slots/{slot}" GetSlot (Access::Open)
    path { slot: SlotCode }
    query { gtin: Option<Gtin> } => SlotPlace, errors [NoSuchSlot]
}
