//! Goods on their way back to their slot.

use super::orders::Nothing;
use super::tab::Tab;
use super::walk::{Walking, shelf, use_walk};
use super::work::{Act, Desk, focus_soon, use_desk};
use crate::client::send;
use crate::i18n::{say, t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::picture::Picture;
use crate::ui::whereabouts;
use api::pickup::Putback;
use api::pickup::put_back::PutBack;
use domain::crockford::SlotCode;
use domain::ids::PutbackId;
use leptos::task::spawn_local;

/// A row a task.
#[component]
pub(super) fn Putbacks() -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let listed = move || desk.queue.with(|queue| queue.as_ref().map(|queue| queue.putbacks.clone()).unwrap_or_default());
    let walking = use_walk(move || listed().iter().filter_map(|task| task.location.as_ref()).map(|at| at.slot).collect());
    let tasks = Memo::new(move |_| {
        let mut tasks = listed();
        tasks.sort_by_key(|task| walking.place(task.location.as_ref()));
        tasks
    });
    let far = move || walking.metres().map(|metres| t_string!(i18n, desk.list.walk, metres = metres.to_string()));
    let is_empty = Memo::new(move |_| tasks.with(Vec::is_empty));
    live(move || match is_empty.get() {
        true => view! { <Nothing tab=Tab::Putbacks/> },
        false => view! {
            <p class="standing">{far}</p>
            <ul class="lines lines--apart">{each(move || tasks.get(), |task| task.id, move |task| view! { <Task task walking/> })}</ul>
        },
    })
}

/// One of them; confirmed where its label cannot be scanned.
#[component]
fn Task(task: Putback, walking: Walking) -> Markup {
    let (i18n, desk, language) = (use_i18n(), use_desk(), use_language());
    let Putback { id, title, detail, picture, quantity, location, .. } = task;
    let sign = location.as_ref().map(|location| location.sign());
    let place = location.as_ref().map(|at| shelf(walking, at));
    let words = move || location.as_ref().map(|at| whereabouts::line(i18n, at));
    let told = move || t_string!(i18n, desk.line.put_back, detail = detail.get(language.get()).to_owned(), count = quantity.to_string());
    let name = say(title.clone());
    let spoken = name.clone();
    let label = Signal::derive(move || t_string!(i18n, desk.line.put_back_label, title = spoken()));
    view! {
        <li class="line">
            <div class="line__face">
                <span class="line__picture"><Picture picture name=title size=64/></span>
                <span class="line__words"><b class="line__title">{name}</b><span class="line__count">{told}</span><span class="line__count">{words}</span></span>
                <span class="row-place"><b class="line__sign">{move || sign.clone().unwrap_or_else(|| t_string!(i18n, desk.line.ask).to_owned())}</b>{place}</span>
            </div>
            <Button id=format!("back-{id}") label=label on_press=move |_| put_back(desk, id, None)>
                {t!(desk.act.put_back)}
            </Button>
        </li>
    }
}

/// They are back, at the shelf whose label was scanned.
pub(super) fn put_back(desk: Desk, id: PutbackId, slot: Option<SlotCode>) {
    if desk.busy.get_untracked().is_some() {
        return;
    }
    let next = desk.queue.with_untracked(|queue| {
        let tasks = queue.as_ref().map(|queue| queue.putbacks.as_slice()).unwrap_or_default();
        let at = tasks.iter().position(|task| task.id == id).unwrap_or(0);
        tasks.get(at + 1).or_else(|| tasks.get(at.checked_sub(1)?)).map(|task| task.id)
    });
    desk.begin(Act::PutBack);
    spawn_local(async move {
        if desk.end(send(PutBack { store: desk.store(), putback: id, slot }).await).is_none() {
            return;
        }
        desk.keep_put_back(id);
        if slot.is_none() {
            focus_soon(next.map(|next| format!("back-{next}")).into_iter().chain(["tab-put-back".to_owned()]));
        }
    });
}
