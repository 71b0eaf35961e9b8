//! A part of the program on its way (docs/decisions/0007).

use crate::browser::document;
use crate::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
use std::pin::Pin;

/// A part of the program could not be fetched.
#[derive(Clone, Copy, Debug)]
pub struct Missing;

impl From<leptos::wasm_split::SplitLoaderError> for Missing {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A part of the program on its way.
pub type Bringing<T> = Pin<Box<dyn Future<Output = Result<T, Missing>>>>;

/// Where a part is that a page fetches once it stands.
#[derive(Clone, Copy)]
pub enum Part<T> {
    /// On its way.
    Waiting,
    /// Here.
    Here(T),
    /// It could not be fetched.
    Missing,
}

/// Fetches a part; again when the visitor returns to find it missing, and whenever the trigger is told.
pub fn use_part<T: Copy + 'static>(bring: fn() -> Bringing<T>) -> (RwSignal<Part<T>>, Trigger) {
    let (part, again) = (RwSignal::new(Part::Waiting), Trigger::new());
    Effect::new(move |_| {
        again.track();
        spawn_local_scoped_with_cancellation(async move {
            let brought = bring().await;
            part.try_set(brought.map_or(Part::Missing, Part::Here));
        });
    });
    document::on_return(move || {
        if matches!(part.get_untracked(), Part::Missing) {
            again.notify();
        }
    });
    (part, again)
}
