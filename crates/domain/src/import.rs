//! What a file of another system says, whatever its format: goods, reviews, baskets, and what is wrong with them. domain.md §7.
//!
//! A file is read row by row into [`Entry`] values; whoever writes them decides what changes. Absent: the formats themselves and
//! dates, which need libraries and stand in `server/import`.

pub mod barcode;
mod claims;
pub mod clean;
pub mod country;
mod currencies;
mod entry;
mod field;
mod flag;
mod format;
mod header;
mod in_store;
pub mod language;
mod picture_name;
pub mod price;
mod stars;
pub mod words;

pub use claims::Claims;
pub use entry::{Basket, Entry, Given, Goods, Link, PriceSaid, Review, TextField};
pub use field::{Field, Subject};
pub use flag::{Flag, Reason};
pub use format::{Container, Format};
pub use header::{plain_name, recognise};
pub use in_store::in_store_number;
pub use picture_name::{PictureName, is_picture};
pub use stars::stars;
