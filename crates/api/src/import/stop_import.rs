//! `POST /api/v1/stores/{store}/imports/{import}/stop`

use super::Import;
use crate::Access;
use domain::access::Action;
use domain::ids::ImportId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/imports/{import}/stop`: ends it after the batch under way; what it wrote stays.
    Post "/api/v1/stores/{store}/imports/{import}/stop" StopImport (Access::Person(Action::Import))
    path { store: String, import: ImportId } => Import,
    errors [NoSuchStore, NoSuchImport, WrongState]
}
