//! Acts of a manager that need a reason.

use super::bar::handover::{Proof, collect};
use super::order::shopper;
use super::tab::{Tab, use_open_order};
use super::trouble::TroubleLine;
use super::work::{Act, Desk, focus_soon, use_desk};
use crate::browser::document;
use crate::i18n::{Words, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use api::error::FieldProblem;
use api::pickup::Pickup;
use api::pickup::reject_pickup::RejectPickup;

const FIELD: &str = "reason";

/// Which act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Because {
    /// The store cannot.
    Reject,
    /// Handed over without a code.
    Override,
}

/// Which act, and whether the sheet is open.
#[derive(Clone, Copy)]
pub(super) struct ReasonSheet {
    is_open: RwSignal<bool>,
    because: RwSignal<Because>,
    tried: RwSignal<bool>,
    desk: Desk,
}

pub(super) fn provide_reason_sheet(desk: Desk) {
    let (is_open, because, tried) = (RwSignal::new(false), RwSignal::new(Because::Reject), RwSignal::new(false));
    provide_context(ReasonSheet { is_open, because, tried, desk });
}

pub(super) fn use_reason_sheet() -> ReasonSheet {
    expect_context()
}

impl ReasonSheet {
    /// Whether it covers the page.
    pub fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// Asks for the reason of an act.
    pub fn open(self, because: Because) {
        self.desk.trouble.set(None);
        self.tried.set(false);
        self.because.set(because);
        self.is_open.set(true);
    }
}

/// The dialog. What was typed stays until the act is done.
#[component]
pub(super) fn ReasonSheetDialog() -> Markup {
    let (i18n, sheet) = (use_i18n(), use_reason_sheet());
    let title = Signal::derive(move || {
        let title = match sheet.because.get() {
            Because::Reject => t_string!(i18n, desk.reason.reject_title),
            Because::Override => t_string!(i18n, desk.reason.override_title),
        };
        title.to_owned()
    });
    view! { <Dialog open=sheet.is_open title><ReasonForm/></Dialog> }
}

#[component]
fn ReasonForm() -> Markup {
    let (i18n, desk, sheet, open) = (use_i18n(), use_desk(), use_reason_sheet(), use_open_order());
    let is_reject = move || sheet.because.get() == Because::Reject;
    let lead = move || if is_reject() { t_string!(i18n, desk.reason.reject_lead) } else { t_string!(i18n, desk.reason.override_lead) };
    let go = move || if is_reject() { t_string!(i18n, desk.act.reject) } else { t_string!(i18n, desk.act.collect) };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(order) = open.get_untracked().and_then(|id| untrack(|| desk.order(id))) else { return };
        let reason = desk.reason.with_untracked(|reason| reason.trim().to_owned());
        sheet.tried.set(true);
        if reason.is_empty() {
            return document::focus(FIELD);
        }
        match sheet.because.get_untracked() {
            Because::Reject => reject(i18n, desk, sheet, &order, reason),
            Because::Override => collect(i18n, desk, &order, Proof::Reason(reason), move || sheet.is_open.set(false)),
        }
    };
    let missing = Signal::derive(move || {
        let is_missing = sheet.tried.get() && desk.reason.with(|reason| reason.trim().is_empty());
        is_missing.then(|| message::field(i18n, FieldProblem::Missing).to_owned())
    });
    let busy = Signal::derive(move || matches!(desk.busy.get(), Some(Act::Reject | Act::Collect)));
    view! {
        <form class="sheet" on:submit=submit>
            <p>{lead}</p>
            <Field id=FIELD label=t!(desk.reason.label) value=desk.reason error=missing/>
            <TroubleLine/>
            <Button variant=Variant::Primary submit=true busy>{go}</Button>
        </form>
    }
}

fn reject(i18n: Words, desk: Desk, sheet: ReasonSheet, order: &Pickup, reason: String) {
    let ask = RejectPickup { store: desk.store(), reservation: order.id, reason };
    let next = desk.neighbour(Tab::ToPick, order.id);
    desk.act(Act::Reject, order.version, ask, move |order| {
        sheet.is_open.set(false);
        desk.reason.set(String::new());
        desk.tell(|| t_string!(i18n, desk.told.rejected, name = shopper(i18n, &order)));
        desk.stay.run(Tab::ToPick.route(None));
        focus_soon(next.map(|next| format!("order-{next}")).into_iter().chain(["tab-to-pick".to_owned()]));
    });
}
