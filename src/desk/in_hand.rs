//! Somebody stands at the counter with a thing: is it free, and if not, for whom is it kept? In hand beats on hold.

use super::trouble::TroubleLine;
use super::work::{Act, Desk, use_desk};
use crate::client::{Sending, send, send_with};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::dialog::Dialog;
use crate::ui::picture::Picture;
use api::pickup::list_claims::ListClaims;
use api::pickup::take_in_hand::TakeInHand;
use api::pickup::{Claim, Claims};
use domain::Gtin;
use leptos::task::spawn_local;

/// Which thing, and whether the sheet is open.
#[derive(Clone, Copy)]
pub(super) struct InHand {
    is_open: RwSignal<bool>,
    claims: RwSignal<Option<Claims>>,
    desk: Desk,
}

pub(super) fn provide_in_hand() {
    provide_context(InHand { is_open: RwSignal::new(false), claims: RwSignal::new(None), desk: use_desk() });
}

pub(super) fn use_in_hand() -> InHand {
    expect_context()
}

impl InHand {
    /// Whether it covers the page.
    pub fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// Looks a thing up and shows who has it kept.
    pub fn open(self, gtin: Gtin) {
        let desk = self.desk;
        desk.begin(Act::Find);
        spawn_local(async move {
            let Some(claims) = desk.end(send(ListClaims { store: desk.store(), gtin }).await) else { return };
            self.claims.set(Some(claims));
            self.is_open.set(true);
        });
    }

    /// Sells one that is kept for somebody.
    fn take(self, i18n: Words, claim: &Claim) {
        let desk = self.desk;
        let Some(variant) = self.claims.with_untracked(|claims| claims.as_ref().map(|claims| claims.variant)) else { return };
        if desk.busy.get_untracked().is_some() {
            return;
        }
        desk.begin(Act::TakeInHand);
        let ask = TakeInHand { store: desk.store(), reservation: claim.reservation, variant, quantity: 1 };
        let how = Sending { version: Some(claim.version), ..Sending::default() };
        spawn_local(async move {
            let Some(claims) = desk.end(send_with(ask, how).await) else { return };
            self.claims.set(Some(claims));
            self.is_open.set(false);
            desk.tell(|| t_string!(i18n, desk.in_hand.told).to_owned());
        });
    }
}

/// The dialog.
#[component]
pub(super) fn InHandDialog() -> Markup {
    let (i18n, sheet) = (use_i18n(), use_in_hand());
    let language = move || language_of(i18n.get_locale());
    let title = Signal::derive(move || {
        sheet.claims.with(|claims| claims.as_ref().map(|claims| claims.title.get(language()).to_owned())).unwrap_or_default()
    });
    view! {
        <Dialog open=sheet.is_open title>
            {move || sheet.claims.get().map(|claims| view! { <Thing claims/> })}
        </Dialog>
    }
}

#[component]
fn Thing(claims: Claims) -> Markup {
    let (i18n, sheet) = (use_i18n(), use_in_hand());
    let language = move || language_of(i18n.get_locale());
    let Claims { title, detail, picture, floor, available, may_take, claims, .. } = claims;
    let facts = move || t_string!(i18n, desk.in_hand.facts, floor = floor.to_string(), free = available.to_string());
    let is_unclaimed = claims.is_empty();
    let sentence = move || match (available, is_unclaimed, may_take) {
        (1.., _, _) => t_string!(i18n, desk.in_hand.free),
        (0, true, _) => t_string!(i18n, desk.in_hand.none),
        (0, false, true) => t_string!(i18n, desk.in_hand.kept),
        (0, false, false) => t_string!(i18n, desk.in_hand.kept_back),
    };
    let row = move |claim: Claim| {
        let (words, may) = (claim.clone(), available == 0 && may_take);
        let act = may.then(|| {
            view! {
                <Button variant=Variant::Primary busy=sheet.desk.is_doing(Act::TakeInHand) on_press=move |_| sheet.take(i18n, &claim)>
                    {t!(desk.in_hand.sell)}
                </Button>
            }
        });
        view! { <li class="line"><span class="line__words">{move || whose(i18n, &words)}</span>{act}</li> }
    };
    view! {
        <div class="sheet">
            <div class="line__face">
                <span class="line__picture"><Picture picture name=title size=64/></span>
                <span class="line__words">
                    <span class="line__count">{move || detail.get(language()).to_owned()}</span>
                    <span>{facts}</span>
                </span>
            </div>
            <p>{sentence}</p>
            <ul class="lines lines--apart">{claims.into_iter().map(row).collect_view()}</ul>
            <TroubleLine/>
        </div>
    }
}

/// "38번 · 접수됨 · 1개"
fn whose(i18n: Words, claim: &Claim) -> String {
    let who = match claim.number {
        Some(number) => t_string!(i18n, desk.order.nameless, number = number.to_string()),
        None => t_string!(i18n, desk.in_hand.holding).to_owned(),
    };
    let state = claim.number.map(|_| message::state(i18n, claim.state).to_owned());
    let count = t_string!(i18n, desk.line.count, count = claim.quantity.to_string());
    [Some(who), state, Some(count)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
