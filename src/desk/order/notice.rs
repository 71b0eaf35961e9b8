//! What became of the notice to an order's shopper, and what staff does about one that does not arrive.

use super::super::due;
use crate::browser::intl::{self, Moment};
use crate::desk::work::{Act, Desk, use_desk};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::{Notice, Tone};
use api::notice::{NoticeStanding, NoticeState};
use api::pickup::Pickup;
use api::pickup::resend_notice::ResendNotice;
use api::pickup::tell_pickup::TellPickup;
use domain::ContactKind;
use domain::reservation::State;

/// What a card says of its notice.
#[derive(Clone, Copy, PartialEq)]
struct Fate {
    state: State,
    number: Option<u32>,
    notice: NoticeState,
}

impl Fate {
    fn of(order: &Pickup) -> Option<Self> {
        // That an order is over, or was taken on, needs no word here unless the shopper missed it.
        let notice = order.notice.filter(|notice| matches!(order.state, State::Ready | State::NeedsDecision) || is_amiss(*notice))?;
        Some(Self { state: order.state, number: order.number, notice })
    }

    /// Somebody waits for what was said.
    fn is_task(self) -> bool {
        is_amiss(self.notice) && matches!(self.state, State::Ready | State::NeedsDecision)
    }

    fn words(self, i18n: Words, desk: Desk) -> String {
        let number = self.number.map(|number| number.to_string()).unwrap_or_default();
        let time = desk.zone.with(|zone| due::time(self.notice.since, desk.now.get(), language_of(i18n.get_locale()), zone.as_deref()));
        match (self.notice.standing, self.state, self.notice.by) {
            (NoticeStanding::Failed, State::Ready, _) => t_string!(i18n, notice.desk.failed, number = number),
            (NoticeStanding::Failed, State::NeedsDecision, _) => t_string!(i18n, notice.desk.failed_asked, number = number),
            (NoticeStanding::Failed, ..) => t_string!(i18n, notice.desk.failed_plain).to_owned(),
            (NoticeStanding::Delayed, ..) => t_string!(i18n, notice.desk.delayed).to_owned(),
            (NoticeStanding::Sent, _, ContactKind::Phone) => t_string!(i18n, notice.desk.sent_phone, time = time),
            (NoticeStanding::Sent, ..) => t_string!(i18n, notice.desk.sent_email, time = time),
            (NoticeStanding::Told, ..) => t_string!(i18n, notice.desk.told, time = time),
            (NoticeStanding::Waiting | NoticeStanding::Other, ..) => t_string!(i18n, notice.desk.waiting).to_owned(),
        }
    }
}

fn is_amiss(notice: NoticeState) -> bool {
    matches!(notice.standing, NoticeStanding::Failed | NoticeStanding::Delayed)
}

/// In a card's head: this shopper does not know.
#[component]
pub(super) fn NoticeBadge(order: Signal<Option<Pickup>>) -> Markup {
    let is_task = Memo::new(move |_| order.with(|order| order.as_ref().and_then(Fate::of)).is_some_and(Fate::is_task));
    live(move || is_task.get().then(|| view! { <b class="order__untold">{t!(notice.desk.badge)}</b> }))
}

/// In an open card: what became of it, and the acts.
#[component]
pub(super) fn NoticeNote(order: Signal<Option<Pickup>>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let fate = Memo::new(move |_| order.with(|order| order.as_ref().and_then(Fate::of)));
    let is_task = Memo::new(move |_| fate.get().map(Fate::is_task));
    let words = move || fate.get().map(|fate| fate.words(i18n, desk));
    let may_tell = move || fate.get().is_some_and(|fate| fate.state == State::Ready && is_amiss(fate.notice));
    live(move || match is_task.get() {
        None => Markup::Nothing,
        Some(true) => view! {
            <Notice tone=Tone::Warn>{words}</Notice>
            <p class="order__acts"><Resend order/> {move || may_tell().then(|| view! { <Tell order/> })}</p>
        },
        Some(false) => view! { <p class="order__told"><span>{words}</span> <Resend order/></p> },
    })
}

#[component]
fn Resend(order: Signal<Option<Pickup>>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let go = move |_| {
        let Some(order) = order.get_untracked() else { return };
        let ask = ResendNotice { store: desk.store(), reservation: order.id };
        desk.act(Act::Resend, order.version, ask, move |_| desk.tell(|| t_string!(i18n, notice.desk.resent).to_owned()));
    };
    view! { <Button variant=Variant::Quiet busy=desk.is_doing(Act::Resend) on_press=go>{t!(notice.desk.resend)}</Button> }
}

/// The wait begins with it.
#[component]
fn Tell(order: Signal<Option<Pickup>>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let go = move |_| {
        let Some(order) = order.get_untracked() else { return };
        let ask = TellPickup { store: desk.store(), reservation: order.id };
        desk.act(Act::Tell, order.version, ask, move |order| {
            let language = language_of(untrack(|| i18n.get_locale()));
            let until =
                order.pickup_by.map(|by| desk.zone.with_untracked(|zone| intl::moment(by, Moment::DayAndTime, language, zone.as_deref())));
            desk.tell(|| t_string!(i18n, notice.desk.told_done, time = until.unwrap_or_default()));
        });
    };
    view! { <Button busy=desk.is_doing(Act::Tell) on_press=go>{t!(notice.desk.i_told)}</Button> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Instant;

    #[test]
    fn a_shopper_who_does_not_know_is_a_task_where_somebody_waits_for_them() {
        let fate = |state, standing| Fate {
            state,
            number: Some(37),
            notice: NoticeState { standing, since: Instant::default(), by: ContactKind::Email },
        };
        assert!(fate(State::Ready, NoticeStanding::Failed).is_task());
        assert!(fate(State::Ready, NoticeStanding::Delayed).is_task());
        assert!(fate(State::NeedsDecision, NoticeStanding::Failed).is_task());
        assert!(!fate(State::Ready, NoticeStanding::Told).is_task());
        assert!(!fate(State::Cancelled, NoticeStanding::Failed).is_task());
    }
}
