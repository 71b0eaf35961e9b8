//! Looking around: the stores, a store's home, collections, search.

mod collection;
mod curator;
mod home;
mod no_page;
mod search;
mod stores;

pub use collection::CollectionPage;
pub use home::HomePage;
pub use home::plan::Drawing;
pub use no_page::NoSuchPage;
pub use search::SearchPage;
pub use stores::StoresPage;
