//! A choice needs a reason: the dialog that asks for it.

use super::editor::{Editor, use_editor};
use crate::browser::document;
use crate::client::send;
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use crate::ui::notice::{Notice, Tone};
use api::catalog::get_product::GetProduct;
use api::curation::Choose;
use api::curation::choose_member::ChooseMember;
use api::curation::settle_task::SettleTask;
use api::error::FieldProblem;
use domain::ids::{CurationTaskId, ProductId};
use domain::{Gtin, Text};
use leptos::task::spawn_local;

/// What is chosen.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum What {
    Pin(ProductId),
    /// Of a search, which names products by their code.
    PinFound(Gtin),
    Out(ProductId),
    Keep(CurationTaskId),
}

/// The dialog's state. What was typed outlives a refusal.
#[derive(Clone, Copy)]
pub(super) struct Choosing {
    is_open: RwSignal<bool>,
    what: RwSignal<Option<(What, Text)>>,
    reason: RwSignal<String>,
    tried: RwSignal<bool>,
}

impl Choosing {
    pub fn new() -> Self {
        Self { is_open: RwSignal::new(false), what: RwSignal::new(None), reason: RwSignal::new(String::new()), tried: RwSignal::new(false) }
    }

    /// Asks why.
    pub fn open(self, what: What, name: Text) {
        self.what.set(Some((what, name)));
        self.reason.set(String::new());
        self.tried.set(false);
        self.is_open.set(true);
        // A dialog gives the focus to its cross; here something is to be typed.
        request_animation_frame(|| document::focus("choice-reason"));
    }
}

/// The dialog.
#[component]
pub(super) fn ChoosingDialog() -> Markup {
    let (i18n, editor) = (use_i18n(), use_editor());
    let choosing = editor.choosing;
    let title =
        Signal::derive(move || choosing.what.with(|what| what.as_ref().map(|(what, name)| asked(i18n, *what, name)).unwrap_or_default()));
    view! { <Dialog open=choosing.is_open title><Reason/></Dialog> }
}

#[component]
fn Reason() -> Markup {
    let (i18n, editor) = (use_i18n(), use_editor());
    let choosing = editor.choosing;
    let is_out = move || choosing.what.with(|what| matches!(what, Some((What::Out(_), _))));
    let hint = Signal::derive(move || {
        Some(if is_out() { t_string!(i18n, curation.reason_out) } else { t_string!(i18n, curation.reason_pin) }.to_owned())
    });
    let missing = Signal::derive(move || {
        let is_missing = choosing.tried.get() && choosing.reason.with(|reason| reason.trim().is_empty());
        is_missing.then(|| message::field(i18n, FieldProblem::Missing).to_owned())
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        choosing.tried.set(true);
        let reason = choosing.reason.get_untracked().trim().to_owned();
        if let Some((what, _)) = choosing.what.get_untracked().filter(|_| !reason.is_empty()) {
            choose(editor, what, Text::only(untrack(|| language_of(i18n.get_locale())), &reason));
        }
    };
    view! {
        <form class="sheet" on:submit=submit>
            <Field id="choice-reason" label=t!(curation.reason) value=choosing.reason hint error=missing at_most=300/>
            {move || editor.refusal.get().map(|refusal| view! { <Notice tone=Tone::Warn>{message::act(i18n, &refusal)}</Notice> })}
            <Button variant=Variant::Primary submit=true busy=editor.busy>
                {move || if is_out() { t_string!(i18n, curation.exclude) } else { t_string!(i18n, curation.pin) }}
            </Button>
        </form>
    }
}

fn choose(editor: Editor, what: What, reason: Text) {
    let (Some(curation), store) = (editor.id, editor.store()) else { return };
    let close = move || editor.choosing.is_open.set(false);
    match what {
        What::Pin(product) => editor.act(ChooseMember { store, curation, product, choose: Choose::Pin, reason }, close),
        What::Out(product) => editor.act(ChooseMember { store, curation, product, choose: Choose::Exclude, reason }, close),
        What::Keep(task) => editor.act(SettleTask { store, curation, task, keep: true, reason }, close),
        What::PinFound(gtin) => spawn_local(async move {
            match send(GetProduct { store: store.clone(), gtin }).await {
                Ok(product) => editor.act(ChooseMember { store, curation, product: product.id, choose: Choose::Pin, reason }, close),
                Err(refusal) => editor.refuse(refusal),
            }
        }),
    }
}

fn asked(i18n: Words, what: What, name: &Text) -> String {
    let name = name.get(language_of(i18n.get_locale())).to_owned();
    match what {
        What::Pin(_) | What::PinFound(_) => t_string!(i18n, curation.why_pin, name = name),
        What::Out(_) => t_string!(i18n, curation.why_out, name = name),
        What::Keep(_) => t_string!(i18n, curation.why_keep, name = name),
    }
}
