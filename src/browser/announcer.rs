//! Tells a screen reader what changed without moving the focus.

use crate::prelude::*;

/// The page's one live region.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

/// Provides the announcer; the frame shows its [`LiveRegion`].
pub fn provide_announcer() {
    provide_context(Announcer(RwSignal::new(String::new())));
}

/// The announcer of this page.
pub fn use_announcer() -> Announcer {
    use_context::<Announcer>().unwrap_or_else(|| Announcer(RwSignal::new(String::new())))
}

impl Announcer {
    /// Says `sentence`, also when it is the same as before.
    pub fn say(self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        // Readers keep silent when the text stays the same: a no-break space makes the difference.
        self.0.update(|said| *said = if *said == sentence { format!("{sentence}\u{a0}") } else { sentence });
    }
}

/// Where the sentences stand; seen by readers only.
#[component]
pub fn LiveRegion() -> Markup {
    let announcer = use_announcer();
    view! { <p class="visually-hidden" aria-live="polite">{move || announcer.0.get()}</p> }
}
