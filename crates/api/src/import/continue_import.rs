//! `POST /api/v1/stores/{store}/imports/{import}/continue`

use super::Import;
use crate::Access;
use domain::access::Action;
use domain::ids::ImportId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/imports/{import}/continue`: goes on where it was stopped.
    Post "/api/v1/stores/{store}/imports/{import}/continue" ContinueImport (Access::Person(Action::Import))
    path { store: String, import: ImportId } => Import,
    errors [NoSuchStore, NoSuchImport, NoSuchFile, WrongState]
}
