//! Taking leave of what was followed.

use leptos::prelude::on_cleanup;
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};

/// Follows nothing any more. Leptos leaves that to the next change of what was followed, but the language of a page that stays open
/// for a day never changes, and would remember every word that was ever shown.
pub fn leave(follower: &impl ToAnySubscriber) {
    let follower = follower.to_any_subscriber();
    follower.clear_sources(&follower);
}

/// The same when the present view ends.
pub(super) fn leave_at_end(follower: &impl ToAnySubscriber) {
    let follower: AnySubscriber = follower.to_any_subscriber();
    on_cleanup(move || follower.clear_sources(&follower));
}
