//! `POST /api/v1/stores/{store}/imports/pictures`

use super::{Gathered, SentPicture};
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/imports/pictures`: makes a file of pictures that were kept ([`KeepPicture`]) and whose names are
    /// codes: `{GTIN or SKU}.jpg`, `{code}_2.jpg` or `{code}-2.jpg` for the second. Begun like any other file, it puts them on their
    /// products; names that fit no product are rows that are refused.
    ///
    /// [`KeepPicture`]: crate::media::keep_picture::KeepPicture
    Post "/api/v1/stores/{store}/imports/pictures" GatherPictures (Access::Person(Action::Import))
    path { store: String }
    body {
        /// 1 to 1,000 of them.
        pictures: Vec<SentPicture>,
    } => Gathered,
    errors [NoSuchStore, BadInput, NoSpace]
}
