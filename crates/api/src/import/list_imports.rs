//! `GET /api/v1/stores/{store}/imports`

use super::Import;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/imports`: the latest fifty, newest first.
    Get "/api/v1/stores/{store}/imports" ListImports (Access::Person(Action::Import))
    path { store: String } => Vec<Import>,
    errors [NoSuchStore]
}
