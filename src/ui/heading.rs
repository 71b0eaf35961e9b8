//! A page's heading: names the tab and takes the focus when a visitor arrives by a link, so that a reader says where they are.

use crate::browser::document;
use leptos::html;
use leptos::prelude::*;

/// Whether the next heading that appears takes the focus.
#[derive(Clone, Copy)]
struct FocusDue(RwSignal<bool>);

/// Provides it; the first page of a visit leaves the focus alone.
pub fn provide_heading_focus() {
    provide_context(FocusDue(RwSignal::new(false)));
}

/// The visitor has gone to another page.
pub fn focus_next_heading() {
    if let Some(FocusDue(due)) = use_context() {
        due.set(true);
    }
}

/// The one `<h1>` of a page.
#[component]
pub fn Heading(
    /// Its words, and the tab's title.
    #[prop(into)]
    text: Signal<String>,
    /// Read, not seen: where the page shows what it is otherwise.
    #[prop(optional)]
    hidden: bool,
) -> impl IntoView {
    let element = NodeRef::<html::H1>::new();
    let due = use_context::<FocusDue>();
    Effect::new(move |_| document::set_title(&text.get()));
    Effect::new(move |_| {
        if let (Some(heading), Some(FocusDue(due))) = (element.get(), due)
            && due.get()
        {
            due.set(false);
            // The heading has a tab index, so it takes the focus.
            let _ = heading.focus();
        }
    });
    view! { <h1 class="heading" class:visually-hidden=hidden tabindex="-1" node_ref=element>{move || text.get()}</h1> }
}
