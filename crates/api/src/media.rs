//! Pictures that a shop brings.

pub mod keep_picture;

use crate::catalog::Picture;
use crate::endpoint::fill;
use crate::page::MEDIA_IN_WIDTH;
use serde::{Deserialize, Serialize};

/// How wide a product's large picture is shown, as in `<img sizes>`: the server's first content and the program must agree, or it is
/// fetched twice.
pub const HERO_SIZES: &str = "(min-width: 50rem) and (orientation: landscape) 50vw, 100vw";

impl Picture {
    /// Its WebP files by width, as in `<source srcset>`; `None` for a drawing.
    pub fn srcset(&self) -> Option<String> {
        let hash = self.url.rsplit('/').next()?;
        let one = |width: &u32| format!("{} {width}w", fill(MEDIA_IN_WIDTH, &[("hash", hash), ("width", &width.to_string())]));
        (!self.widths.is_empty()).then(|| self.widths.iter().map(one).collect::<Vec<_>>().join(", "))
    }
}

/// A picture that is kept. Nothing shows it before something of the catalogue names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct KeptPicture {
    /// Names it: blake3 of the file that was sent, in hexadecimal.
    pub hash: String,
    /// How it is shown.
    pub picture: Picture,
}
