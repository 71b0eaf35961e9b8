//! Every page's address: `Route::…href()` writes it, `Route::of` reads it. The only way features lead to each other.

mod follow;
mod read;
mod write;

use crate::browser::address::{Step, use_address};
use domain::Gtin;
use domain::crockford::SlotCode;
use domain::ids::ReservationId;
pub use follow::{use_codes, use_query, use_slot};

/// Query names.
pub mod query {
    /// The shelf that a label was scanned at: on product and map pages.
    pub const AT: &str = "at";
    /// The product that the map points at.
    pub const TO: &str = "to";
    /// Several products that the map leads through, with commas between.
    pub const LIST: &str = "list";
    /// The level of the floor that the map shows.
    pub const FLOOR: &str = "floor";
    /// The sign of the furniture that stands open on the map.
    pub const FIXTURE: &str = "fixture";
    /// The slot that the map points at, whatever stands there.
    pub const SLOT: &str = "slot";
    /// The words of a search; on labels the slot.
    pub const Q: &str = "q";
    /// Which reviews of a product are shown: stars, with photos, verified, language, size, mention, words, order.
    pub const REVIEWS: [&str; 8] = ["stars", "photo", "verified", "written", "size", "mention", "words", "order"];
    /// The batch of a scanned package (AI 10), on a product's page.
    pub const BATCH: &str = "batch";
    /// "Best before" of a scanned package (AI 15), six digits.
    pub const BEST: &str = "best";
    /// "Use by" of a scanned package (AI 17), six digits.
    pub const USE_BY: &str = "useby";
    /// Codes that are compared, handed over as a list or reserved, with commas between; those, with how many of each.
    pub const G: &str = "g";
    /// A ticket is shown large.
    pub const SHOW: &str = "show";
    /// Which part of the desk is shown.
    pub const TAB: &str = "tab";
    /// The order that stands open at the desk.
    pub const ORDER: &str = "order";
}

/// A page. Fields that travel in the query are `None` (or empty) when read from a path: pages follow them with [`use_query`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Route {
    /// The stores; leads on to the only one.
    Stores,
    Home {
        store: String,
    },
    /// `to` is pinned, `at` is "you are here".
    Map {
        store: String,
        to: Option<Gtin>,
        at: Option<SlotCode>,
    },
    /// The map leads through several products.
    Tour {
        store: String,
        gtins: Vec<Gtin>,
        at: Option<SlotCode>,
    },
    /// The map with a piece of furniture open, by its sign; `slot` is pointed at.
    Shelf {
        store: String,
        level: i16,
        fixture: String,
        slot: Option<SlotCode>,
    },
    Search {
        store: String,
        q: String,
    },
    /// A search with more than words: names and values of its query.
    Narrowed {
        store: String,
        query: Vec<(&'static str, String)>,
    },
    Scan {
        store: String,
    },
    /// The scan page of somebody who is shown the way: a label's shelf is where it goes on from.
    ScanOnTheWay {
        store: String,
        to: Option<Gtin>,
        list: Vec<Gtin>,
    },
    Collection {
        store: String,
        collection: String,
    },
    Product {
        store: String,
        gtin: Gtin,
        at: Option<SlotCode>,
    },
    /// The form that keeps one or several.
    Reserve {
        store: String,
        gtins: Vec<Gtin>,
    },
    /// Somebody is called, to where the label of `at` is.
    Call {
        store: String,
        gtin: Option<Gtin>,
        at: Option<SlotCode>,
    },
    /// An empty list is what this device has marked.
    Compare {
        store: String,
        gtins: Vec<Gtin>,
    },
    /// An empty list is this device's own; any other was handed over.
    List {
        store: String,
        gtins: Vec<Gtin>,
    },
    /// A GS1 Digital Link of one batch, unproved.
    Batch {
        gtin: String,
        batch: String,
    },
    /// A GS1 Digital Link, unproved: its page says what is wrong with a wrong one.
    DigitalLink {
        gtin: String,
    },
    /// A shelf's label: a product and the slot that it was printed for.
    Label {
        gtin: Gtin,
        slot: SlotCode,
    },
    InStore {
        code: String,
    },
    Slot {
        slot: String,
    },
    /// What this phone remembers.
    Tickets,
    Ticket {
        token: String,
    },
    Desk,
    SignIn,
    /// An empty `tab` is the first one.
    Pickups {
        tab: String,
        order: Option<ReservationId>,
    },
    Studio,
    /// The studio's imports.
    Imports,
    Curations,
    /// By its id; `new` is one that is not there yet.
    Curation {
        collection: String,
    },
    Connections,
    /// What was searched for in vain.
    Sought,
    /// An empty `tab` is the first one.
    StudioReviews {
        tab: String,
    },
    /// The catalogue of components.
    #[cfg(feature = "preview")]
    Preview,
}

impl Route {
    /// The desk's queue as it stands first.
    pub fn pickups() -> Self {
        Self::Pickups { tab: String::new(), order: None }
    }

    /// The page at a path (without its query); `None` where there is none.
    pub fn of(path: &str) -> Option<Self> {
        read::route(path)
    }

    /// The store that the page is about.
    pub fn store(&self) -> Option<&str> {
        match self {
            Self::Home { store }
            | Self::Map { store, .. }
            | Self::Tour { store, .. }
            | Self::ScanOnTheWay { store, .. }
            | Self::Shelf { store, .. }
            | Self::Search { store, .. }
            | Self::Narrowed { store, .. }
            | Self::Scan { store }
            | Self::Collection { store, .. }
            | Self::Product { store, .. }
            | Self::Compare { store, .. }
            | Self::List { store, .. }
            | Self::Call { store, .. }
            | Self::Reserve { store, .. } => Some(store),
            _ => None,
        }
    }
}

/// Goes to a page, with a step back to this one.
pub fn use_go() -> impl Fn(Route) + Clone + Send + Sync + 'static {
    let address = use_address();
    move |route| address.go(&route.href(), Step::Forward)
}

/// Puts another page in this one's place: the step back leads past both. The view stays where it is scrolled to. Once the visitor has
/// gone elsewhere, a page that still stands replaces nothing.
pub fn use_replace() -> impl Fn(Route) + Clone + Send + Sync + 'static {
    let replace = use_replace_href();
    move |route| replace(route.href())
}

/// The same with an address that carries more than its route.
pub fn use_replace_href() -> impl Fn(String) + Clone + Send + Sync + 'static {
    let address = use_address();
    move |href| {
        if !address.is_leaving() {
            address.go(&href, Step::InPlace);
        }
    }
}

/// What a package says of itself beside its product: batch (AI 10), best before (15) and use by (17), the days in six digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Lot {
    pub batch: Option<String>,
    pub best: Option<String>,
    pub use_by: Option<String>,
}
