//! A page's heading: names the tab and takes the focus when a visitor arrives by a link, so that a reader says where they are.

use crate::browser::document;
use crate::markup::HtmlElement;
use crate::prelude::*;

/// What headings share.
#[derive(Clone, Copy)]
struct Headings {
    /// The next one that appears takes the focus.
    due: StoredValue<bool>,
    /// How many stand on the page now.
    standing: StoredValue<u32>,
}

/// Provides it; the first page of a visit leaves the focus alone.
pub fn provide_heading_focus() {
    provide_context(Headings { due: StoredValue::new(false), standing: StoredValue::new(0) });
}

/// The visitor has gone to another page.
pub fn focus_next_heading() {
    if let Some(Headings { due, .. }) = use_context() {
        due.set_value(true);
    }
}

/// Whether the page has its heading: a refusal in a page's place brings one along.
pub fn has_heading() -> bool {
    use_context::<Headings>().is_some_and(|headings| headings.standing.get_value() > 0)
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
) -> Markup {
    let element = NodeRef::<HtmlElement>::new();
    let headings = use_context::<Headings>();
    if let Some(Headings { standing, .. }) = headings {
        standing.update_value(|count| *count += 1);
        on_cleanup(move || {
            standing.try_update_value(|count| *count = count.saturating_sub(1));
        });
    }
    Effect::new(move |_| document::set_title(&text.get()));
    Effect::new(move |_| {
        if let (Some(heading), Some(Headings { due, .. })) = (element.get(), headings)
            && due.get_value()
        {
            due.set_value(false);
            // The heading has a tab index, so it takes the focus.
            let _ = heading.focus();
        }
    });
    view! { <h1 class=if hidden { "heading visually-hidden" } else { "heading" } tabindex="-1" node_ref=element>{move || text.get()}</h1> }
}
