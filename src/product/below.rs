//! What stands below the first screen. In a release build it is a part of its own (docs/decisions/0007): what a label's link is opened
//! for does not wait for it.

use super::look::Look;
use super::{acts, origin, reviews, seen, together, where_is_it};
use crate::client::Refusal;
use crate::load::{Bringing, Part, Refused, use_part};
use crate::prelude::*;
use crate::ui::skeleton::LinesSkeleton;

/// Draws it.
#[derive(Clone, Copy)]
pub struct Rest(fn(Look) -> Markup);

impl Rest {
    /// The part itself, once it is fetched.
    pub fn here() -> Self {
        Self(rest)
    }
}

/// Fetches the part, once.
pub type Bring = fn() -> Bringing<Rest>;

/// In its place as soon as it is here; what cannot be fetched is said so and asked for again.
#[component]
pub fn Below(look: Look, bring: Bring) -> Markup {
    let (part, again) = use_part(bring);
    live(move || match part.get() {
        Part::Waiting => view! { <LinesSkeleton count=4/> },
        Part::Here(Rest(draw)) => draw(look),
        Part::Missing => view! { <Refused refusal=Refusal::Offline again=Callback::new(move |()| again.notify())/> },
    })
}

fn rest(look: Look) -> Markup {
    view! {
        <div class="product__more">
            <where_is_it::WhereIsIt look/>
            <origin::About look/>
        </div>
        <reviews::Reviews look/>
        <together::Together look/>
        <seen::RecentlySeen look/>
        <acts::ShareSheet look/>
    }
}
