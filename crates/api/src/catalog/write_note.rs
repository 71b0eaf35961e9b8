//! `POST /api/v1/stores/{store}/products/{gtin}/note`

use crate::Access;
use domain::access::Action;
use domain::{Gtin, Text};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/products/{gtin}/note`: what whoever asks says of a product. It takes the place of what was said
    /// before, in every store; without words there is none.
    Post "/api/v1/stores/{store}/products/{gtin}/note" WriteNote (Access::Person(Action::WriteNotes))
    path { store: String, gtin: Gtin }
    body {
        /// Plain text, at most 140 characters in each language.
        text: Text,
    } => (),
    errors [NoSuchStore, NotInRange, BadInput, NoKey, KeyReused]
}
