//! What shoppers could not find: somebody looks and says how many are there.

use super::orders::Nothing;
use super::queue;
use super::tab::Tab;
use super::work::{Act, Desk, focus_soon, use_desk};
use crate::browser::intl::{self, Moment};
use crate::client::send;
use crate::i18n::{language_of, say, t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::picture::Picture;
use crate::ui::stepper::Stepper;
use crate::ui::whereabouts;
use api::count::settle_count::SettleCount;
use api::count::{CountTask, Witness};
use domain::Instant;
use domain::ids::CountId;
use domain::planogram::Location;
use domain::stock::MOST;
use leptos::task::spawn_local;

/// What is open, then what was counted today.
#[component]
pub(super) fn Counts() -> Markup {
    let desk = use_desk();
    let tasks = Memo::new(move |_| desk.queue.with(|queue| queue.as_ref().map(|queue| queue.count_tasks.clone()).unwrap_or_default()));
    let is_empty = Memo::new(move |_| tasks.with(Vec::is_empty));
    // A figure that changed meanwhile is counted anew; another report changes a word only.
    let key = |task: &CountTask| format!("{} {} {}", task.id, task.expected, task.witness.is_some());
    live(move || match is_empty.get() {
        true => view! { <Nothing tab=Tab::Counts/> },
        false => view! { <ul class="lines lines--apart">{each(move || tasks.get(), key, move |task| view! { <Task tasks task/> })}</ul> },
    })
}

/// One of them, with the place in words.
#[component]
fn Task(tasks: Memo<Vec<CountTask>>, task: CountTask) -> Markup {
    let (i18n, language) = (use_i18n(), use_language());
    let CountTask { id, title, detail, picture, locations, expected, witness, .. } = task.clone();
    let now = Memo::new(move |_| tasks.with(|tasks| tasks.iter().find(|now| now.id == id).cloned()).unwrap_or_else(|| task.clone()));
    let asked = use_asked(now);
    let sign = locations.first().map(Location::sign);
    let place = move || locations.first().map_or_else(String::new, |at| whereabouts::line(i18n, at));
    let spoken = say(title.clone());
    let controls = match witness {
        Some(witness) => view! { <Done witness/> },
        None => view! { <Entry id expected title=Signal::derive(spoken)/> },
    };
    view! {
        <li class="line">
            <div class="line__face">
                <span class="line__picture"><Picture picture name=title.clone() size=64/></span>
                <span class="line__words">
                    <b class="line__title">{say(title)}</b>
                    <span class="line__count">{move || detail.get(language.get()).to_owned()}</span>
                    <span class="line__count">{place}</span>
                    <span class="line__count">{asked}</span>
                </span>
                <b class="line__sign">{move || sign.clone().unwrap_or_else(|| t_string!(i18n, desk.line.ask).to_owned())}</b>
            </div>
            {controls}
        </li>
    }
}

/// How many: as many as there should be, unless somebody counts otherwise.
#[component]
fn Entry(id: CountId, expected: u32, title: Signal<String>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let found = RwSignal::new(expected.max(1));
    let label = Signal::derive(move || t_string!(i18n, desk.count.how_many, title = title.get()));
    let here = Signal::derive(move || t_string!(i18n, desk.count.here_label, title = title.get(), count = found.get().to_string()));
    let none = Signal::derive(move || t_string!(i18n, desk.count.none_label, title = title.get()));
    let should = move || t_string!(i18n, desk.count.expected, count = expected.to_string());
    view! {
        <div class="count">
            <span class="count__should">{should}</span>
            <Stepper label value=found at_most=Signal::stored(MOST)/>
            <Button id=format!("count-{id}") label=here variant=Variant::Primary on_press=move |_| settle(desk, id, found.get_untracked(), expected)>
                {move || t_string!(i18n, desk.count.here, count = found.get().to_string())}
            </Button>
            <Button label=none on_press=move |_| settle(desk, id, 0, expected)>{t!(desk.count.none)}</Button>
        </div>
    }
}

/// Who counted what, and when.
#[component]
fn Done(witness: Witness) -> Markup {
    let (i18n, time) = (use_i18n(), use_time());
    let words = move || {
        let name = witness.name.get(language_of(i18n.get_locale())).to_owned();
        t_string!(i18n, desk.count.done, name = name, time = time.run(witness.at), count = witness.found.to_string())
    };
    view! { <p class="count__done">{words}</p> }
}

fn use_asked(task: Memo<CountTask>) -> Signal<String> {
    let (i18n, time) = (use_i18n(), use_time());
    Signal::derive(move || {
        task.with(|task| match task.reports {
            // Somebody counted without having been asked.
            0 => String::new(),
            1 => t_string!(i18n, desk.count.asked_once, time = time.run(task.asked_at)),
            count => t_string!(i18n, desk.count.asked, time = time.run(task.asked_at), count = count.to_string()),
        })
    })
}

fn use_time() -> Callback<Instant, String> {
    let (i18n, desk) = (use_i18n(), use_desk());
    Callback::new(move |at: Instant| intl::moment(at, Moment::Time, language_of(i18n.get_locale()), desk.zone.get().as_deref()))
}

/// So many are there.
fn settle(desk: Desk, count: CountId, found: u32, expected: u32) {
    if desk.busy.get_untracked().is_some() {
        return;
    }
    let next = desk.queue.with_untracked(|queue| queue.iter().flat_map(queue::open_counts).map(|task| task.id).find(|id| *id != count));
    desk.begin(Act::Count);
    spawn_local(async move {
        let Some(task) = desk.end(send(SettleCount { store: desk.store(), count, found, expected }).await) else { return };
        desk.keep_count(task);
        focus_soon(next.map(|next| format!("count-{next}")).into_iter().chain(["tab-count".to_owned()]));
    });
}
