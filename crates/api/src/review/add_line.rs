//! `POST /api/v1/stores/{store}/products/{gtin}/lines`

use crate::Access;
use domain::{Gtin, Language};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/products/{gtin}/lines`: one line by somebody who touched it; a moderator reads it first.
    Post "/api/v1/stores/{store}/products/{gtin}/lines" AddLine (Access::Open)
    path { store: String, gtin: Gtin }
    body {
        /// What it is written in.
        language: Language,
        /// 1 to 80 characters, one line.
        text: String,
    } => (),
    errors [NoSuchStore, NotInRange, NoKey, KeyReused, BadInput]
}
