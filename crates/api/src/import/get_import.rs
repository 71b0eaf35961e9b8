//! `GET /api/v1/stores/{store}/imports/{import}`

use super::ImportReport;
use crate::Access;
use domain::access::Action;
use domain::ids::ImportId;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/imports/{import}`: how far it is, and the first of what was wrong.
    Get "/api/v1/stores/{store}/imports/{import}" GetImport (Access::Person(Action::Import))
    path { store: String, import: ImportId } => ImportReport,
    errors [NoSuchStore, NoSuchImport]
}
