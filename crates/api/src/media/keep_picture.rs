//! `POST /api/v1/stores/{store}/media`

use super::KeptPicture;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/media`: keeps a picture (JPEG, PNG, WebP or GIF, of which the first frame). It is turned upright and
    /// re-encoded, nothing of the file's metadata stays. The same file again changes nothing and gets the same answer.
    Post "/api/v1/stores/{store}/media" KeepPicture (Access::Person(Action::Import))
    path { store: String } file "image/*" 20_000_000 => KeptPicture,
    errors [NoSuchStore, NotAPicture, TooManyPixels]
}
