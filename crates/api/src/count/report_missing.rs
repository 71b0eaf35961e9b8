//! `POST /api/v1/stores/{store}/products/{gtin}/missing`

use super::Check;
use crate::Access;
use domain::Gtin;
use domain::crockford::SlotCode;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/products/{gtin}/missing`: a shopper cannot find it, so staff counts it. Further reports join the
    /// open task, and for an hour from its first report also one that is settled: the reply says what was found.
    Post "/api/v1/stores/{store}/products/{gtin}/missing" ReportMissing (Access::Open)
    path { store: String, gtin: Gtin }
    body {
        /// The slot that the shopper stands at, where it is known.
        slot: Option<SlotCode>,
    } => Check,
    errors [NoSuchStore, NotInRange, NoKey, KeyReused]
}
