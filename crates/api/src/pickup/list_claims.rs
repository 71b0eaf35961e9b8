//! `GET /api/v1/stores/{store}/claims/{gtin}`

use super::Claims;
use crate::Access;
use domain::Gtin;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/claims/{gtin}`: somebody stands at the counter with it: is it free, and if not, for whom is it kept?
    Get "/api/v1/stores/{store}/claims/{gtin}" ListClaims (Access::Person(Action::HandlePickup))
    path { store: String, gtin: Gtin } => Claims, errors [NoSuchStore, NotInRange, SignInNeeded, NotAllowed]
}
