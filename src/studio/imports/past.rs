//! Imports so far; pressed, one is watched.

use super::words;
use super::work::Work;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::load::Loaded;
use crate::prelude::*;
use crate::ui::empty::Empty;
use crate::ui::skeleton::LinesSkeleton;
use api::import::Import;

#[component]
pub(super) fn Past(work: Work) -> Markup {
    let i18n = use_i18n();
    view! {
        <section aria-labelledby="past">
            <h2 id="past">{t!(imports.past)}</h2>
            <Loaded load=work.past skeleton=|| view! { <LinesSkeleton count=3/> } let:all>
                {move || match all.with(|all| all.is_empty()) {
                    true => view! { <Empty sentence=t!(imports.none)/> },
                    false => view! { <ul class="past">{move || all.with(|all| all.iter().map(|one| row(i18n, work, one)).collect_view())}</ul> },
                }}
            </Loaded>
        </section>
    }
}

fn row(i18n: Words, work: Work, import: &Import) -> Markup {
    let id = import.id;
    let at = intl::moment(import.started_at, Moment::DayAndTime, language_of(i18n.get_locale()), None);
    let what = t_string!(
        i18n,
        imports.past_line,
        made = words::number(i18n, import.made),
        changed = words::number(i18n, import.changed),
        refused = words::number(i18n, import.refused)
    );
    let watch = move |_| {
        work.put_away();
        work.current.set(Some(id));
    };
    view! {
        <li>
            <button class="past__one" type="button" aria-pressed=move || (work.current.get() == Some(id)).to_string() on:click=watch>
                <b>{import.name.clone()}</b>
                <span class="past__state">{words::state(import.state)}</span>
                <span class="quiet">{what}</span>
                <span class="quiet">{at}</span>
            </button>
        </li>
    }
}
