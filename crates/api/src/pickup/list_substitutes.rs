//! `GET /api/v1/stores/{store}/substitutes/{variant}`

use super::Suggestion;
use crate::Access;
use domain::access::Action;
use domain::ids::VariantId;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/substitutes/{variant}`: what is free here instead: the same product in another colour or size, then its
    /// category. Nothing for a variant that left the catalogue.
    Get "/api/v1/stores/{store}/substitutes/{variant}" ListSubstitutes (Access::Person(Action::HandlePickup))
    path { store: String, variant: VariantId } => Vec<Suggestion>, errors [NoSuchStore, SignInNeeded, NotAllowed]
}
