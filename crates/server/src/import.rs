//! Files of other systems become the catalogue. domain.md §7.

pub mod read;
