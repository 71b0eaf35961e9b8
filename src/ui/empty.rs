//! Nothing to show, and what to do instead.

use crate::prelude::*;

/// A sentence with ways on.
#[component]
pub fn Empty(
    /// What there is not, and why.
    #[prop(into)]
    sentence: Signal<String>,
    /// Ways on.
    #[prop(optional)]
    children: Option<Children>,
) -> Markup {
    view! {
        <section class="empty">
            <p class="empty__words">{move || sentence.get()}</p>
            {children.map(|children| view! { <div class="empty__ways">{children()}</div> })}
        </section>
    }
}
