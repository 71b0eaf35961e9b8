//! Which product stands where: floors, fixtures, shelves, slots and facings, in integer millimetres.

pub mod align;
pub mod arrange;
mod convex;
pub mod draft;
pub mod edit;
pub mod editor;
mod footprint;
pub mod geometry;
mod history;
pub mod limits;
pub mod lint;
pub mod location;
#[cfg(test)]
mod random;
pub mod route;
pub mod snap;

use crate::crockford::SlotCode;
use crate::ids::{FixtureId, FloorId, VariantId, ZoneId};
use crate::text::Text;
use geometry::{Mm, Point, Size};
use serde::{Deserialize, Serialize};

pub use location::{Location, Reach};

/// A store's published or drafted floors. Revisions are numbered from 1 and never change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Planogram {
    /// The revision's number.
    pub revision: u32,
    /// From the lowest level up.
    pub floors: Vec<Floor>,
}

/// One level of a store. The origin is its plan's upper left corner; x grows to the right, y downwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Floor {
    /// Its id, the same in every revision.
    pub id: FloorId,
    /// 1 is the street's level, 2 the one above, -1 the first below.
    pub level: i16,
    /// "1층", "Ground floor".
    pub name: Text,
    /// The inner edge of the outer walls.
    pub outline: Vec<Point>,
    /// Inner walls.
    pub walls: Vec<Wall>,
    /// Openings in the outline.
    pub doors: Vec<Wall>,
    /// Entrance, lift, toilets and the like.
    pub places: Vec<Place>,
    /// Named areas.
    pub zones: Vec<Zone>,
    /// Furniture.
    pub fixtures: Vec<Fixture>,
}

/// A straight piece of wall, or a door in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Wall {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
}

/// Something a visitor looks for that is no product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Place {
    /// What it is; its name is in `locales/`.
    pub kind: PlaceKind,
    /// Where its sign stands.
    pub at: Point,
}

/// Kinds of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum PlaceKind {
    /// The way in.
    Entrance,
    /// Where to pay and pick up.
    Counter,
    /// Lift.
    Lift,
    /// Stairs.
    Stairs,
    /// Fitting rooms.
    FittingRoom,
    /// Toilets.
    Toilet,
    /// A kind that a newer server knows.
    #[serde(other)]
    Other,
}

/// A named area with a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Zone {
    /// Its id.
    pub id: ZoneId,
    /// "리빙", "Living".
    pub name: Text,
    /// Its outline.
    pub area: Vec<Point>,
    /// Nobody may go there for now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
}

/// A piece of furniture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Fixture {
    /// Its id.
    pub id: FixtureId,
    /// What its sign says: `B4`.
    pub code: String,
    /// What it is.
    pub kind: FixtureKind,
    /// "램프 테이블", "Lamp table".
    pub name: Text,
    /// The zone it stands in.
    pub zone: Option<ZoneId>,
    /// The centre of its footprint.
    pub centre: Point,
    /// Footprint before rotation: width along x, depth along y.
    pub size: Size,
    /// Clockwise, in whole degrees; at 0 the front looks down the plan (towards +y).
    pub rotation: i16,
    /// Above the floor.
    pub height: Mm,
    /// From the top down.
    pub shelves: Vec<Shelf>,
    /// Out of use for now; nobody goes through a closed gate.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
}

/// Kinds of furniture; each is drawn differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum FixtureKind {
    /// Free-standing shelves.
    Gondola,
    /// Shelves along a wall.
    WallBay,
    /// A table; a round one has a square footprint.
    Table,
    /// A round table.
    RoundTable,
    /// A clothes rail.
    Rack,
    /// A mannequin.
    Mannequin,
    /// A plinth with a piece to try.
    DemoStand,
    /// A counter.
    Counter,
    /// A gate.
    Gate,
    /// A kind that a newer server knows.
    #[serde(other)]
    Other,
}

/// One level or rail of a fixture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Shelf {
    /// Its surface (or rail) above the floor.
    pub height: Mm,
    /// Front to back.
    pub depth: Mm,
    /// Free height above the surface (below the rail).
    pub clear: Mm,
    /// What carries the goods.
    pub kind: ShelfKind,
    /// From left to right, seen from the front.
    pub slots: Vec<Slot>,
}

/// What carries the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum ShelfKind {
    /// A board.
    Board,
    /// A rail for hangers.
    Rail,
    /// A hook.
    Hook,
    /// A pallet.
    Pallet,
    /// A kind that a newer server knows.
    #[serde(other)]
    Other,
}

/// A place on a shelf with a label of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Slot {
    /// Permanent, unique in the deployment, outside revisions.
    pub code: SlotCode,
    /// From the shelf's left end.
    pub x: Mm,
    /// Its width.
    pub width: Mm,
    /// From left to right.
    pub facings: Vec<Facing>,
}

/// Units of one variant standing side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Facing {
    /// What stands here.
    pub variant: VariantId,
    /// Side by side.
    pub wide: u16,
    /// On top of each other.
    pub high: u16,
    /// Behind each other.
    pub deep: u16,
}

impl Planogram {
    /// A floor by its id.
    pub fn floor(&self, id: FloorId) -> Option<&Floor> {
        self.floors.iter().find(|floor| floor.id == id)
    }

    /// Every slot, those that stand empty among them.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        let fixtures = self.floors.iter().flat_map(|floor| &floor.fixtures);
        fixtures.flat_map(Fixture::slots)
    }
}

impl Fixture {
    /// Every slot of it, those that stand empty among them.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.shelves.iter().flat_map(|shelf| &shelf.slots)
    }
}
