//! Items into the bin, one scan after the other.

use crate::browser::document;
use crate::client::{Sending, send, send_with};
use crate::desk::line_sheet::use_line_sheet;
use crate::desk::queue;
use crate::desk::scan_field::ScanField;
use crate::desk::trouble::Trouble;
use crate::desk::work::{Act, Desk, focus_soon, use_desk};
use crate::i18n::t;
use crate::prelude::*;
use crate::ui::button::Button;
use api::catalog::get_product::GetProduct;
use api::pickup::Pickup;
use api::pickup::scan_item::ScanItem;
use domain::Gtin;
use domain::gs1::{Hosts, Scanned, parse};
use domain::ids::ReservationId;
use leptos::task::spawn_local;

/// Where codes of items are scanned.
const FIELD: &str = "scan-item";

/// The scan field, and a way on when something is not there.
#[component]
pub(super) fn PickBar(order: Signal<Option<Pickup>>) -> Markup {
    let (desk, sheet) = (use_desk(), use_line_sheet());
    let text = RwSignal::new(String::new());
    let scan = Callback::new(move |typed: String| {
        let Some(order) = order.get_untracked() else { return };
        match gtin_in(&typed) {
            Ok(gtin) => {
                text.set(String::new());
                pick(desk, order.id, gtin);
            }
            Err(trouble) => desk.fail(trouble),
        }
    });
    let missing = move |_| {
        if let Some(line) = order.get_untracked().as_ref().and_then(queue::next_line) {
            sheet.open(line.variant);
        }
    };
    let label = t!(desk.scan.item);
    let go = t!(desk.scan.put_in);
    view! {
        <div class="pick">
            <ScanField id=FIELD label go text keys="numeric" on_scan=scan/>
            <Button on_press=missing>{t!(desk.act.short)}</Button>
        </div>
    }
}

fn gtin_in(typed: &str) -> Result<Gtin, Trouble> {
    match parse(typed, None, &Hosts { own: vec![document::host()], trusted: vec![] }) {
        Ok(Scanned::Product { gtin, .. }) => Ok(gtin),
        Ok(Scanned::InStore { code, .. }) => code.parse().map_err(|_| Trouble::WantsProduct),
        Ok(_) => Err(Trouble::WantsProduct),
        Err(error) => Err(Trouble::Unreadable(error)),
    }
}

/// One unit into the bin. Scans that come while one is under way wait their turn, each with the version before it.
pub(in crate::desk) fn pick(desk: Desk, id: ReservationId, gtin: Gtin) {
    match desk.busy.get_untracked() {
        None => {
            desk.scans.update_value(|scans| scans.push_back((id, gtin)));
            spawn_local(pick_all(desk));
        }
        Some(Act::Pick) => desk.scans.update_value(|scans| scans.push_back((id, gtin))),
        Some(_) => {}
    }
}

async fn pick_all(desk: Desk) {
    while let Some((id, gtin)) = desk.scans.try_update_value(|scans| scans.pop_front()).flatten() {
        if !one(desk, id, gtin).await {
            desk.scans.try_update_value(|scans| scans.clear());
        }
    }
}

/// Whether it went in.
async fn one(desk: Desk, id: ReservationId, gtin: Gtin) -> bool {
    let Some(order) = untrack(|| desk.order(id)) else { return false };
    if !order.lines.iter().any(|line| line.gtin == gtin && line.held > 0) {
        desk.fail(Trouble::NotOnOrder(None));
        spawn_local(name_wrong(desk, gtin));
        return false;
    }
    desk.begin(Act::Pick);
    let ask = ScanItem { store: desk.store(), reservation: id, gtin };
    let how = Sending { version: Some(order.version), ..Sending::default() };
    let Some(order) = desk.end(send_with(ask, how).await) else { return false };
    follow_focus(&order, gtin);
    desk.keep(order);
    true
}

/// It is none of this order: says what it is, unless something else has happened since.
async fn name_wrong(desk: Desk, gtin: Gtin) {
    let Ok(product) = send(GetProduct { store: desk.store(), gtin }).await else { return };
    if desk.trouble.try_get_untracked().flatten() == Some(Trouble::NotOnOrder(None)) {
        desk.trouble.set(Some(Trouble::NotOnOrder(Some(product.name))));
    }
}

/// A line is complete: a finger goes on to the next one, a scanner stays in its field; the last one leads to the bin.
fn follow_focus(order: &Pickup, gtin: Gtin) {
    let is_complete = order.lines.iter().filter(|line| line.gtin == gtin).all(|line| queue::unpicked(line) == 0);
    let next = queue::next_line(order).map(|line| format!("tick-{}", line.variant));
    match next {
        None => focus_soon(["bin".to_owned()]),
        Some(next) if is_complete && !document::has_focus(FIELD) => focus_soon([next]),
        Some(_) => {}
    }
}
