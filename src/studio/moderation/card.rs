//! A review or a line with what is to be decided about it.

use super::desk::Desk;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, language_of, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use api::review::{Decision, ReasonCount, Reported, Subjected, WaitingLine};
use domain::Instant;
use domain::reviews::{Act, ReportReason, Subject};

/// Something reported, with its reasons.
#[component]
pub(super) fn ReportedCard(item: Reported, desk: Desk) -> Markup {
    let i18n = use_i18n();
    let Reported { what, reports, since } = item;
    let likely = reports.iter().max_by_key(|reason| reason.count).map_or(ReportReason::OffTopic, |reason| reason.reason);
    let reasons =
        move || reports.iter().map(|reason| view! { <li class="moderation__reason">{reason_words(i18n, *reason)}</li> }).collect_view();
    let from = move || t_string!(i18n, moderation.since, time = time(i18n, since));
    view! {
        <li class="moderation__card">
            <ul class="moderation__reasons">{reasons}</ul>
            <p class="quiet">{from}</p>
            <Said what=what.clone()/>
            <Acts what desk likely/>
        </li>
    }
}

/// A line that nobody has read yet.
#[component]
pub(super) fn LineCard(item: WaitingLine, desk: Desk) -> Markup {
    let i18n = use_i18n();
    let WaitingLine { what, at, .. } = item;
    view! {
        <li class="moderation__card">
            <p class="quiet">{move || time(i18n, at)}</p>
            <Said what=what.clone()/>
            <Acts what desk likely=ReportReason::OffTopic/>
        </li>
    }
}

/// What was decided, by whom and when; what is hidden can be shown again.
#[component]
pub(super) fn DecisionCard(item: Decision, desk: Desk) -> Markup {
    let i18n = use_i18n();
    let Decision { what, act, reason, by, at, .. } = item;
    let name = say(by);
    let who = move || t_string!(i18n, moderation.by, name = name(), time = time(i18n, at));
    let did = move || {
        let did = match act {
            Act::Keep => t_string!(i18n, moderation.act.keep),
            Act::Hide => t_string!(i18n, moderation.act.hide),
            Act::Show => t_string!(i18n, moderation.act.show),
        };
        let why = reason.map(|reason| words(i18n, reason));
        [Some(did), why].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let (shown, id) = (what.clone(), what.id.clone());
    let busy = Signal::derive(move || desk.is_busy(&id));
    let again = what.hidden.then(|| {
        let press = move |_| desk.decide(&shown, Act::Show, None);
        view! { <div class="moderation__acts"><Button busy on_press=press>{t!(moderation.show)}</Button></div> }
    });
    view! {
        <li class="moderation__card">
            <p class="moderation__head"><b>{did}</b><span class="quiet">{who}</span></p>
            <Said what/>
            {again}
        </li>
    }
}

/// The words in question, in their language.
#[component]
fn Said(what: Subjected) -> Markup {
    let i18n = use_i18n();
    let Subjected { subject, product, stars, author, language, text, .. } = what;
    let kind = match subject {
        Subject::Review => t!(moderation.kind.review),
        Subject::Line => t!(moderation.kind.line),
    };
    let name = say(product);
    let of = move || t_string!(i18n, moderation.of, product = name());
    let rated = move || stars.map(|stars| view! { <span>{t_string!(i18n, moderation.stars, number = stars.to_string())}</span> });
    view! {
        <p class="moderation__head"><b>{kind}</b><span>{of}</span>{rated}<span>{author}</span></p>
        <blockquote class="moderation__text" lang=language.as_str().to_owned()>{text}</blockquote>
    }
}

/// Keep, or hide with a reason.
#[component]
fn Acts(what: Subjected, desk: Desk, likely: ReportReason) -> Markup {
    let i18n = use_i18n();
    let reason = RwSignal::new(likely);
    let is_line = what.subject == Subject::Line;
    let field = format!("why-{}", what.id);
    let id = what.id.clone();
    let busy = Signal::derive(move || desk.is_busy(&id));
    let kept = what.clone();
    let option = move |one: &ReportReason| {
        let one = *one;
        view! { <option value=one.as_str() prop:selected=move || reason.get() == one>{move || words(i18n, one)}</option> }
    };
    let choose = move |event: leptos::ev::Event| reason.set(event_target_value(&event).parse().unwrap_or(likely));
    let keep = if is_line { t!(moderation.show_line) } else { t!(moderation.keep) };
    view! {
        <div class="moderation__acts">
            <Button variant=Variant::Primary busy on_press=move |_| desk.decide(&kept, Act::Keep, None)>{keep}</Button>
            <label class="visually-hidden" for=field.clone()>{t!(moderation.why)}</label>
            <select class="field__input moderation__why" id=field on:change=choose>{ReportReason::ALL.iter().map(option).collect_view()}</select>
            <Button variant=Variant::Danger busy on_press=move |_| desk.decide(&what, Act::Hide, Some(reason.get_untracked()))>{t!(moderation.hide)}</Button>
        </div>
    }
}

fn reason_words(i18n: Words, ReasonCount { reason, count }: ReasonCount) -> String {
    match count {
        0 => t_string!(i18n, moderation.hint, reason = words(i18n, reason)),
        count => t_string!(i18n, moderation.reports, reason = words(i18n, reason), count = count.to_string()),
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

fn time(i18n: Words, at: Instant) -> String {
    intl::moment(at, Moment::DayAndTime, language_of(i18n.get_locale()), None)
}
