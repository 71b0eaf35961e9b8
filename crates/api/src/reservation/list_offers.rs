//! `GET /api/v1/stores/{store}/offers`

use super::Offer;
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/offers`: what may be reserved of these variants, here and in other stores. `g` holds their codes with
    /// commas between, fifty at most; each is answered once, in their order and under the code that was asked for. What is no code, and
    /// what this store does not have, is left out.
    Get "/api/v1/stores/{store}/offers" ListOffers (Access::Open)
    path { store: String }
    query { g: String } => Vec<Offer>, errors [NoSuchStore]
}
