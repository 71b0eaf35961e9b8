//! `POST /api/v1/stores/{store}/imports`

use super::{Import, Reading};
use crate::Access;
use domain::access::Action;
use domain::ids::ImportId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/imports`: begins to import a file that was sent. Imports run one after the other. The same file again answers
    /// with the import that it is; a file of the same bytes that was cut short goes on where it was.
    Post "/api/v1/stores/{store}/imports" BeginImport (Access::Person(Action::Import))
    path { store: String }
    body {
        /// The file.
        file: ImportId,
        /// What it is called.
        name: String,
        /// How to read it.
        reading: Reading,
    } => Import,
    errors [NoSuchStore, NoSuchFile, UnreadableFile, BadInput]
}
