//! `POST /api/v1/stores/{store}/imports/{import}/undo`

use super::Import;
use crate::Access;
use domain::access::Action;
use domain::ids::ImportId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/imports/{import}/undo`: takes it back: everything is as it was before. A product that somebody reserved
    /// meanwhile is retired. Answers when it is done; goes on by itself when nobody waits for the answer.
    Post "/api/v1/stores/{store}/imports/{import}/undo" UndoImport (Access::Person(Action::Import))
    path { store: String, import: ImportId } => Import,
    errors [NoSuchStore, NoSuchImport, BuiltUpon, WrongState]
}
