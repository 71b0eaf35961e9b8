//! `POST /api/v1/stores/{store}/imports/files/{file}/preview`

use super::{FilePreview, Reading};
use crate::Access;
use domain::access::Action;
use domain::ids::ImportId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/imports/files/{file}/preview`: the same file read another way.
    Post "/api/v1/stores/{store}/imports/files/{file}/preview" PreviewFile (Access::Person(Action::Import))
    path { store: String, file: ImportId }
    body {
        /// How to read it.
        reading: Reading,
    } => FilePreview,
    errors [NoSuchStore, NoSuchFile, UnreadableFile]
}
