//! A short word about an act that worked. Never the only trace of an error.

use crate::prelude::*;
use std::time::Duration;

const STAYS: Duration = Duration::from_secs(5);

/// The page's toasts.
#[derive(Clone, Copy)]
pub struct Toaster(RwSignal<Option<String>>);

/// Provides them; the frame shows [`Toasts`].
pub fn provide_toasts() {
    provide_context(Toaster(RwSignal::new(None)));
}

/// The page's toasts.
pub fn use_toasts() -> Toaster {
    expect_context()
}

impl Toaster {
    /// Shows a sentence for a while; another takes its place.
    pub fn say(self, sentence: impl Into<String>) {
        self.0.set(Some(sentence.into()));
    }
}

/// Where they appear.
#[component]
pub fn Toasts() -> Markup {
    let Toaster(sentence) = use_toasts();
    Effect::new(move |_| {
        if sentence.with(Option::is_some)
            && let Ok(timer) = set_timeout_with_handle(move || sentence.set(None), STAYS)
        {
            on_cleanup(move || timer.clear());
        }
    });
    view! { <div class="toasts" role="status">{move || sentence.get().map(|words| view! { <p class="toast">{words}</p> })}</div> }
}
