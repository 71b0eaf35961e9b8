//! What a webhook is told of, to choose and to read.

use crate::i18n::{Words, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::chip::Chip;
use api::connections::Topic;

/// A topic's word.
pub(super) fn name(i18n: Words, topic: Topic) -> &'static str {
    match topic {
        Topic::Reservation => t_string!(i18n, connections.webhooks.reservation),
        Topic::Stock => t_string!(i18n, connections.webhooks.stock),
        Topic::Planogram => t_string!(i18n, connections.webhooks.planogram),
        Topic::Line => t_string!(i18n, connections.webhooks.line),
        Topic::Other => t_string!(i18n, connections.webhooks.other),
    }
}

/// Chips, any number of which are on.
#[component]
pub(super) fn Topics(chosen: RwSignal<Vec<Topic>>) -> Markup {
    let i18n = use_i18n();
    let toggle = move |topic: Topic| {
        chosen.update(|chosen| match chosen.iter().position(|one| *one == topic) {
            Some(place) => drop(chosen.remove(place)),
            None => chosen.push(topic),
        });
    };
    let chip = |topic: Topic| {
        let on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&topic)));
        view! { <Chip on on_press=move |_| toggle(topic)>{move || name(i18n, topic)}</Chip> }
    };
    let chips = Topic::ALL.into_iter().map(chip).collect_view();
    view! {
        <div role="group" aria-labelledby="webhook-topics">
            <span class="field__label" id="webhook-topics">{t!(connections.webhooks.topics)}</span>
            <div class="connections__chips">{chips}</div>
        </div>
    }
}
