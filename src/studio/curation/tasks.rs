//! Members below the rule: let go, or keep with a reason.

use super::choosing::What;
use super::editor::{Editor, use_editor};
use crate::browser::intl;
use crate::i18n::{Words, language_of, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::because;
use crate::ui::button::{Button, Variant};
use api::curation::settle_task::SettleTask;
use api::curation::{Curation, Shortcoming, Task};
use domain::curation::{Condition, Evidence};
use domain::ids::CurationTaskId;
use domain::{Money, Text};

/// Nothing where nothing waits.
#[component]
pub(super) fn Tasks(curation: Signal<Curation>) -> Markup {
    let editor = use_editor();
    live(move || {
        let tasks = curation.with(|set| set.tasks.clone());
        (!tasks.is_empty()).then(|| {
            view! {
                <section class="curation__part curation__tasks" aria-labelledby="todo">
                    <h2 id="todo">{t!(curation.todo)}</h2>
                    <p class="quiet">{t!(curation.todo_lead)}</p>
                    <ul class="curated">{tasks.into_iter().map(|task| row(editor, task)).collect_view()}</ul>
                </section>
            }
        })
    })
}

fn row(editor: Editor, task: Task) -> Markup {
    let i18n = use_i18n();
    let (id, name) = (task.id, task.name.clone());
    let missed = task.missed.into_iter().map(|missed| view! { <li>{move || shortcoming(i18n, &missed)}</li> }).collect_view();
    view! {
        <li class="curated__one">
            <span class="curated__words"><b>{say(task.name)}</b><ul class="curated__why">{missed}</ul></span>
            <span class="curated__acts">
                <Button busy=editor.busy on_press=move |_| let_go(i18n, editor, id)>{t!(curation.let_go)}</Button>
                <Button variant=Variant::Primary on_press=move |_| editor.choosing.open(What::Keep(id), name.clone())>{t!(curation.keep)}</Button>
            </span>
        </li>
    }
}

fn let_go(i18n: Words, editor: Editor, task: CurationTaskId) {
    let Some(curation) = editor.id else { return };
    let told = move || editor.toasts.say(untrack(move || t_string!(i18n, curation.settled)));
    editor.act(SettleTask { store: editor.store(), curation, task, keep: false, reason: Text::default() }, told);
}

fn shortcoming(i18n: Words, missed: &Shortcoming) -> String {
    let now = because::words(i18n, &missed.now);
    t_string!(i18n, curation.missed, now = now, wanted = wanted(i18n, &missed.condition, &missed.now.evidence))
}

/// What a condition asks for; what there is tells the currency that it asks in.
fn wanted(i18n: Words, condition: &Condition, now: &Evidence) -> String {
    let language = language_of(i18n.get_locale());
    let number = |count: u32| intl::number(count, language);
    match condition {
        Condition::Rated { tenths, reviews } => {
            t_string!(i18n, curation.want.rated, mean = intl::tenths(*tenths, language), count = number(*reviews))
        }
        Condition::Sold { at_least, .. } => t_string!(i18n, curation.want.sold, count = number(*at_least)),
        Condition::Growing { percent, base, .. } => {
            t_string!(i18n, curation.want.growing, percent = number(*percent), count = number(*base))
        }
        Condition::Wished { at_least, .. } => t_string!(i18n, curation.want.wished, count = number(*at_least)),
        Condition::Together { at_least, .. } => t_string!(i18n, curation.want.together, count = number(*at_least)),
        Condition::Priced { from, to } => band(i18n, *from, *to, now),
        Condition::Is { words, .. } => t_string!(i18n, curation.want.is, words = words.clone()),
        Condition::InStock { at_least } => t_string!(i18n, curation.want.stock, count = number(*at_least)),
        Condition::New { days } => t_string!(i18n, curation.want.new, days = number(u32::from(*days))),
        Condition::Noted => t_string!(i18n, curation.want.noted).to_owned(),
    }
}

fn band(i18n: Words, from: Option<i64>, to: Option<i64>, now: &Evidence) -> String {
    let Evidence::Costs { price: Some(Money { currency, .. }) } = now else { return t_string!(i18n, curation.want.priced).to_owned() };
    let money = |minor: i64| intl::money(Money { minor, currency: *currency }, language_of(i18n.get_locale()));
    match (from, to) {
        (Some(from), Some(to)) => t_string!(i18n, curation.want.priced_band, from = money(from), to = money(to)),
        (Some(from), None) => t_string!(i18n, curation.want.priced_from, from = money(from)),
        (None, Some(to)) => t_string!(i18n, curation.want.priced_to, to = money(to)),
        (None, None) => t_string!(i18n, curation.want.priced).to_owned(),
    }
}
