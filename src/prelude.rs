//! What nearly every file of the front end uses: Leptos's signals, and markup in the place of Leptos's views.

pub use crate::markup::{Children, ChildrenFn, CollectView, Draw, IntoMarkup, Markup, NodeRef, each, live, view};
pub use crate::signal::{Callback, Effect, Memo, RwSignal, Signal, StoredValue};
pub use leptos::prelude::*;
