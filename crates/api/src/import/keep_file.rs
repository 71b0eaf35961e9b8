//! `POST /api/v1/stores/{store}/imports/files`

use super::FilePreview;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/imports/files`: takes a file, says what it is and shows its first rows. Nothing is written of it yet; it is
    /// kept for a day. A file that cannot be imported is not kept.
    Post "/api/v1/stores/{store}/imports/files" KeepFile (Access::Person(Action::Import))
    path { store: String } file "application/octet-stream" 2_147_483_648 => FilePreview,
    errors [NoSuchStore, UnreadableFile, NoSpace]
}
