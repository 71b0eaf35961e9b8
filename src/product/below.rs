//! What stands below the first screen. In a release build it is a part of its own (docs/decisions/0007): what a label's link is opened
//! for does not wait for it.

use super::look::Look;
use super::{acts, origin, reviews, seen, together, where_is_it};
use crate::browser::document;
use crate::client::Refusal;
use crate::load::{Bringing, Refused};
use crate::prelude::*;
use crate::ui::skeleton::LinesSkeleton;
use leptos::task::spawn_local_scoped_with_cancellation;

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

#[derive(Clone, Copy)]
enum Stage {
    Waiting,
    Here(Rest),
    Missing,
}

/// In its place as soon as it is here; what cannot be fetched is said so and asked for again.
#[component]
pub fn Below(look: Look, bring: Bring) -> Markup {
    let (stage, again) = (RwSignal::new(Stage::Waiting), Trigger::new());
    Effect::new(move |_| {
        again.track();
        spawn_local_scoped_with_cancellation(async move {
            let brought = bring().await;
            stage.try_set(brought.map_or(Stage::Missing, Stage::Here));
        });
    });
    document::on_return(move || {
        if matches!(stage.get_untracked(), Stage::Missing) {
            again.notify();
        }
    });
    live(move || match stage.get() {
        Stage::Waiting => view! { <LinesSkeleton count=4/> },
        Stage::Here(Rest(draw)) => draw(look),
        Stage::Missing => view! { <Refused refusal=Refusal::Offline again=Callback::new(move |()| again.notify())/> },
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
