//! One tokeniser for server and offline kiosk, and the index on it. domain.md §6.
//!
//! In memory and simple: what is in stock and the collection's order are the caller's, as is which store's goods are put in.
//! Runs of Hangul syllables are found inside words by the endings that begin with them, which answers uni- and bigrams and all that is
//! longer at once. Absent: synonyms, stems, romanised Hangul.

mod dictionary;
mod hangul;
mod index;
mod near;
mod query;
mod score;
mod token;
mod typo;

pub use index::{Index, matches};
pub use score::{Field, Fields, Score};
pub(crate) use token::{plain, words};
