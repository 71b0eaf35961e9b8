//! Where the call is, who is coming, and what can be done.

use super::calling::Calling;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::session::use_here;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::{Notice, Tone};
use domain::call::CallState;

/// The page's heading then.
pub(super) fn title(i18n: Words, calling: Calling, state: CallState) -> String {
    let (name, withdrawn) = calling.call.with(|call| {
        let name = call.as_ref().and_then(|call| call.answer.as_ref()).map(|answer| answer.name.clone()).unwrap_or_default();
        (name, call.as_ref().is_some_and(|call| call.withdrawn))
    });
    match state {
        CallState::Sent => t_string!(i18n, call.state.sent).to_owned(),
        CallState::Late => t_string!(i18n, call.state.late).to_owned(),
        CallState::Coming => t_string!(i18n, call.state.coming, name = name.get(language_of(i18n.get_locale())).to_owned()),
        CallState::Closed if withdrawn => t_string!(i18n, call.state.withdrawn).to_owned(),
        CallState::Closed => t_string!(i18n, call.state.closed).to_owned(),
    }
}

#[component]
pub(super) fn Standing(calling: Calling, state: CallState) -> Markup {
    let (i18n, here) = (use_i18n(), use_here());
    let withdrawn = calling.call.with_untracked(|call| call.as_ref().is_some_and(|call| call.withdrawn));
    let next = move || match state {
        CallState::Sent => t_string!(i18n, call.state.sent_next),
        CallState::Late => t_string!(i18n, call.state.late_next),
        CallState::Coming => t_string!(i18n, call.state.coming_next),
        CallState::Closed if withdrawn => t_string!(i18n, call.state.withdrawn_next),
        CallState::Closed => t_string!(i18n, call.state.closed_next),
    };
    let asked = move || {
        let zone = here.store.value().get().map(|store| store.time_zone.clone());
        calling.call.get().map(|call| {
            let time = intl::moment(call.asked_at, Moment::Time, language_of(i18n.get_locale()), zone.as_deref());
            t_string!(i18n, call.asked_at, time = time)
        })
    };
    let trouble = move || calling.refusal.get().map(|refusal| view! { <Notice tone=Tone::Warn>{message::act(i18n, &refusal)}</Notice> });
    let act = match state {
        CallState::Closed => view! { <Button variant=Variant::Primary on_press=move |_| calling.again()>{t!(call.again)}</Button> },
        _ => view! { <Button busy=calling.busy on_press=move |_| calling.withdraw()>{t!(call.withdraw)}</Button> },
    };
    view! {
        <section class="call-page__standing" data-state=name(state)>
            <p class="call-page__next">{next}</p>
            <p class="quiet small">{asked}</p>
            {trouble}
            {act}
        </section>
    }
}

fn name(state: CallState) -> &'static str {
    match state {
        CallState::Sent => "sent",
        CallState::Late => "late",
        CallState::Coming => "coming",
        CallState::Closed => "closed",
    }
}
