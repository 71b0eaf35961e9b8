//! Walks over small floors drawn for the case, and over random ones.

mod floors;
mod laws;
mod rounds;
mod told;
mod world;
