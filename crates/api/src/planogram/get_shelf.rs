//! `GET /api/v1/stores/{store}/fixtures/{fixture}/goods`

use super::ShelfGood;
use crate::Access;
use domain::ids::FixtureId;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/fixtures/{fixture}/goods`: what stands on one piece of furniture, with what it costs and how many
    /// there are. Each variant once, in the order of its first facing; nothing where the live revision has no such fixture.
    Get "/api/v1/stores/{store}/fixtures/{fixture}/goods" GetShelf (Access::Open)
    path { store: String, fixture: FixtureId } => Vec<ShelfGood>, errors [NoSuchStore]
}
