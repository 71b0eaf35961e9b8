//! Where a notice goes: asked for as far as this shop can send one.

use super::booking::Booking;
use crate::i18n::{Words, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::ui::error_summary::FieldError;
use crate::ui::field::{Field, Input};
use api::error::FieldProblem;
use domain::ContactKind;

/// What the shop has a way to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ways {
    Both,
    Email,
    Phone,
    Neither,
}

impl Ways {
    fn of(booking: Booking) -> Self {
        let has = |kind| booking.held.with(|held| held.as_ref().is_some_and(|held| held.ticket.contacts.contains(&kind)));
        match (has(ContactKind::Email), has(ContactKind::Phone)) {
            (true, true) => Self::Both,
            (true, false) => Self::Email,
            (false, true) => Self::Phone,
            (false, false) => Self::Neither,
        }
    }

    fn label(self, i18n: Words) -> &'static str {
        match self {
            Self::Email => t_string!(i18n, notice.contact.email),
            Self::Phone => t_string!(i18n, notice.contact.phone),
            Self::Both | Self::Neither => t_string!(i18n, reserve.contact),
        }
    }

    fn wrong(self, i18n: Words, problem: FieldProblem) -> &'static str {
        match (self, problem) {
            (Self::Email, FieldProblem::NotAContact) => t_string!(i18n, notice.contact.wrong_email),
            (Self::Phone, FieldProblem::NotAContact) => t_string!(i18n, notice.contact.wrong_phone),
            _ => message::field(i18n, problem),
        }
    }
}

/// The field; where the shop sends no notices, a sentence that says so.
#[component]
pub(super) fn ContactField(booking: Booking, wrong: Memo<Option<FieldProblem>>) -> Markup {
    let i18n = use_i18n();
    let ways = Memo::new(move |_| Ways::of(booking));
    let label = Signal::derive(move || ways.get().label(i18n).to_owned());
    let hint = Signal::derive(move || Some(t_string!(i18n, reserve.contact_hint).to_owned()));
    let error = Signal::derive(move || wrong.get().map(|problem| ways.get().wrong(i18n, problem).to_owned()));
    let is_asked = Memo::new(move |_| ways.get() != Ways::Neither);
    live(move || match is_asked.get() {
        true => view! { <Field id="contact" label value=booking.contact input=Input::Contact hint error/> },
        false => view! { <p class="field__note">{t!(notice.contact.none)}</p> },
    })
}

/// What is wrong with it, for the summary.
pub(super) fn error(i18n: Words, booking: Booking, problem: FieldProblem) -> FieldError {
    let ways = Ways::of(booking);
    FieldError { field: "contact".to_owned(), words: format!("{}: {}", ways.label(i18n), ways.wrong(i18n, problem)) }
}
