//! "This should not stand here": a reason, and a moderator looks at it.

use crate::browser::storage;
use crate::client::{Refusal, send};
use crate::i18n::{Words, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};
use crate::ui::segmented::{Choice, Segmented};
use crate::ui::toast::use_toasts;
use api::review::report_review::ReportReview;
use domain::ids::ReviewId;
use domain::reviews::ReportReason;
use leptos::task::spawn_local;

/// Which review is being reported, and what has been.
#[derive(Clone, Copy)]
pub(super) struct Reporting {
    store: StoredValue<String>,
    is_open: RwSignal<bool>,
    review: RwSignal<Option<ReviewId>>,
    told: RwSignal<Option<ReviewId>>,
}

impl Reporting {
    pub fn new(store: StoredValue<String>) -> Self {
        Self { store, is_open: RwSignal::new(false), review: RwSignal::new(None), told: RwSignal::new(None) }
    }
}

fn key(id: ReviewId) -> String {
    ["reported.", &id.to_string()].concat()
}

/// Opens the dialog; once told, it says so.
#[component]
pub(super) fn ReportButton(id: ReviewId, reporting: Reporting) -> Markup {
    let told =
        Memo::new(move |before: Option<&bool>| before == Some(&true) || reporting.told.get() == Some(id) || storage::is_marked(&key(id)));
    let open = move |_| {
        reporting.review.set(Some(id));
        reporting.is_open.set(true);
    };
    live(move || match told.get() {
        true => view! { <span class="review__told">{t!(reviews.report.told)}</span> },
        false => {
            view! { <button class="review__act" data-quiet="" type="button" aria-haspopup="dialog" on:click=open>{t!(reviews.report.open)}</button> }
        }
    })
}

/// Four reasons and the button.
#[component]
pub(super) fn ReportDialog(reporting: Reporting) -> Markup {
    view! { <Dialog open=reporting.is_open title=t!(reviews.report.title)><Form reporting/></Dialog> }
}

#[component]
fn Form(reporting: Reporting) -> Markup {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let (chosen, busy, failed) = (RwSignal::new(ReportReason::PersonalData), RwSignal::new(false), RwSignal::new(None::<Refusal>));
    let choices = Signal::derive(move || {
        let choice = |reason: &ReportReason| Choice {
            value: reason.as_str().to_owned(),
            words: words(i18n, *reason).to_owned(),
            note: None,
            faint: false,
        };
        ReportReason::ALL.iter().map(choice).collect::<Vec<_>>()
    });
    let on_choose = Callback::new(move |value: String| chosen.set(value.parse().unwrap_or(ReportReason::OffTopic)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(review) = reporting.review.get_untracked() else { return };
        busy.set(true);
        failed.set(None);
        let ask = ReportReview { store: reporting.store.get_value(), review, reason: chosen.get_untracked() };
        spawn_local(async move {
            let answer = send(ask).await;
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    storage::mark(&key(review));
                    reporting.told.try_set(Some(review));
                    reporting.is_open.try_set(false);
                    toasts.say(t_string!(i18n, reviews.report.done));
                }
                Err(refusal) => {
                    failed.try_set(Some(refusal));
                }
            }
        });
    };
    let trouble = move || failed.get().map(|refusal| view! { <Notice tone=Tone::Warn>{message::act(i18n, &refusal)}</Notice> });
    view! {
        <form class="report" on:submit=submit>
            <p>{t!(reviews.report.lead)}</p>
            <Segmented name="report-reason" label=t!(reviews.report.reason) choices chosen=Signal::derive(move || chosen.get().as_str().to_owned()) on_choose/>
            {trouble}
            <Button variant=Variant::Primary submit=true busy>{t!(reviews.report.send)}</Button>
        </form>
    }
}

fn words(i18n: Words, reason: ReportReason) -> &'static str {
    match reason {
        ReportReason::PersonalData => t_string!(i18n, reviews.report.personal_data),
        ReportReason::Abuse => t_string!(i18n, reviews.report.abuse),
        ReportReason::Advert => t_string!(i18n, reviews.report.advert),
        ReportReason::OffTopic => t_string!(i18n, reviews.report.off_topic),
    }
}
