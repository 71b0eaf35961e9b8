//! What the rule in the form would bring, as it is typed.

use super::draft::Draft;
use super::editor::use_editor;
use super::members::member_words;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::load::{Loaded, use_load_with};
use crate::prelude::*;
use crate::ui::skeleton::LinesSkeleton;
use api::curation::preview_rule::PreviewRule;

/// Members with their reasons.
#[component]
pub(super) fn Preview(draft: Draft) -> Markup {
    let editor = use_editor();
    let rule = Memo::new(move |_| draft.rule().ok().flatten());
    let has_rule = Memo::new(move |_| rule.with(Option::is_some));
    // What is pinned and kept out counts as well: it is asked again when that has changed.
    let version = Memo::new(move |_| editor.curation.value().with(|set| set.as_ref().map(|set| set.version)));
    let ask = move || {
        version.track();
        Some((PreviewRule { store: editor.store(), rule: rule.get()?, curation: editor.id }, Default::default()))
    };
    let load = use_load_with(ask);
    let skeleton = || view! { <LinesSkeleton count=6/> };
    view! {
        <section class="curation__side curation__preview" aria-labelledby="preview" tabindex="0">
            <h2 id="preview">{t!(curation.preview)}</h2>
            {move || match has_rule.get() {
                false => view! { <p class="quiet">{t!(curation.preview_waits)}</p> },
                true => view! { <Loaded load skeleton let:found>{move || brought(found)}</Loaded> },
            }}
        </section>
    }
}

fn brought(found: Signal<api::curation::Preview>) -> Markup {
    let i18n = use_i18n();
    let total = move || {
        t_string!(i18n, curation.preview_total, count = found.with(|found| intl::number(found.total, language_of(i18n.get_locale()))))
    };
    let members = found.with(|found| found.members.clone());
    match members.is_empty() {
        true => view! { <p role="status">{t!(curation.preview_none)}</p> },
        false => view! {
            <p class="quiet" role="status">{total}</p>
            <ol class="curated">{members.into_iter().map(|one| view! { <li class="curated__one">{member_words(one)}</li> }).collect_view()}</ol>
        },
    }
}
