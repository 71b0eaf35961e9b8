//! Quiet shapes that keep a value's room while it is on its way.

use crate::prelude::*;

/// A grid of cards on their way.
#[component]
pub fn CardsSkeleton(
    /// How many.
    #[prop(default = 4)]
    count: usize,
) -> Markup {
    view! {
        <div class="cards" aria-hidden="true">
            {(0..count)
                .map(|_| view! { <div class="card" data-waiting=""><span class="card__picture bone"></span><span class="bone bone--line"></span><span class="bone bone--short"></span></div> })
                .collect_view()}
        </div>
    }
}

/// Lines of text on their way.
#[component]
pub fn LinesSkeleton(
    /// How many.
    #[prop(default = 3)]
    count: usize,
) -> Markup {
    view! { <div class="bones" aria-hidden="true">{(0..count).map(|_| view! { <span class="bone bone--line"></span> }).collect_view()}</div> }
}
