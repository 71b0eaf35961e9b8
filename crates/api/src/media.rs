//! Pictures that a shop brings.

pub mod keep_picture;

use crate::catalog::Picture;
use serde::{Deserialize, Serialize};

/// A picture that is kept. Nothing shows it before something of the catalogue names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct KeptPicture {
    /// Names it: blake3 of the file that was sent, in hexadecimal.
    pub hash: String,
    /// How it is shown.
    pub picture: Picture,
}
