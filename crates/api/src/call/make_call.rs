//! `POST /api/v1/stores/{store}/calls`

use super::Call;
use crate::Access;
use domain::Gtin;
use domain::call::CallWish;
use domain::crockford::SlotCode;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/calls`: somebody on the floor wants a person to come. A device has one open call: another is
    /// answered with that one.
    Post "/api/v1/stores/{store}/calls" MakeCall (Access::Open)
    path { store: String }
    body {
        /// The device's own key, 128 random bits in hexadecimal: with it as its token the call is read and withdrawn.
        token: String,
        /// The label that was scanned: a shelf's, or a fitting room's.
        slot: Option<SlotCode>,
        /// About which product.
        gtin: Option<Gtin>,
        /// What is wanted.
        wish: CallWish,
        /// At most 120 characters.
        words: String,
    } => Call,
    errors [NoSuchStore, BadInput, NoKey, KeyReused]
}
