//! Items into the bin, one scan after the other: of one order, or of whichever order of the list needs it first.

use crate::browser::document;
use crate::client::{Sending, send, send_with};
use crate::desk::line_sheet::use_line_sheet;
use crate::desk::queue;
use crate::desk::scan_field::ScanField;
use crate::desk::trouble::{Trouble, Wrong};
use crate::desk::work::{Act, Desk, Put, focus_soon, use_desk};
use crate::i18n::{language_of, t, t_string, use_i18n};
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
pub(in crate::desk) const FIELD: &str = "scan-item";

/// The scan field, and a way on when something is not there.
#[component]
pub(super) fn PickBar(
    /// `None` for the list: a scan goes to the order that needs it.
    order: Signal<Option<Pickup>>,
) -> Markup {
    let (i18n, desk, sheet) = (use_i18n(), use_desk(), use_line_sheet());
    let text = RwSignal::new(String::new());
    let scan = Callback::new(move |typed: String| match gtin_in(&typed) {
        Ok(gtin) => {
            text.set(String::new());
            pick(desk, order.with_untracked(|order| order.as_ref().map(|order| order.id)), gtin);
        }
        Err(trouble) => desk.fail(trouble),
    });
    let missing = move |_| {
        let order = order.get_untracked().or_else(|| untrack(|| desk.list()).into_iter().find(|order| queue::next_line(order).is_some()));
        if let Some((order, line)) = order.as_ref().and_then(|order| Some((order.id, queue::next_line(order)?))) {
            sheet.open(order, line.variant);
        }
    };
    let put = move || {
        desk.put.get().filter(|_| order.with(Option::is_none)).map(|put| {
            let title = put.title.get(language_of(i18n.get_locale())).to_owned();
            let number = put.number.map(|number| number.to_string()).unwrap_or_default();
            t_string!(i18n, desk.list.put, title = title, number = number, picked = put.picked.to_string(), count = put.held.to_string())
        })
    };
    let label = t!(desk.scan.item);
    let go = t!(desk.scan.put_in);
    view! {
        <p class="put" role="status">{put}</p>
        <div class="pick">
            <ScanField id=FIELD label go text keys="numeric" on_scan=scan/>
            <Button on_press=missing>{t!(desk.act.short)}</Button>
        </div>
    }
}

/// The product's number in a code.
pub(in crate::desk) fn gtin_in(typed: &str) -> Result<Gtin, Trouble> {
    match parse(typed, None, &Hosts { own: vec![document::host()], trusted: vec![] }) {
        Ok(Scanned::Product { gtin, .. }) => Ok(gtin),
        Ok(Scanned::InStore { code, .. }) => code.parse().map_err(|_| Trouble::WantsProduct),
        Ok(_) => Err(Trouble::WantsProduct),
        Err(error) => Err(Trouble::Unreadable(error)),
    }
}

/// One unit into the bin. Scans that come while one is under way wait their turn, each with the version before it.
pub(in crate::desk) fn pick(desk: Desk, id: Option<ReservationId>, gtin: Gtin) {
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
async fn one(desk: Desk, id: Option<ReservationId>, gtin: Gtin) -> bool {
    let order = untrack(|| match id {
        Some(id) => desk.order(id).filter(|order| order.lines.iter().any(|line| line.gtin == gtin && line.held > 0)),
        None => desk.list().into_iter().find(|order| queue::needs(order, gtin)),
    });
    let Some(order) = order else {
        refuse(desk, id, gtin);
        return false;
    };
    desk.begin(Act::Pick);
    let ask = ScanItem { store: desk.store(), reservation: order.id, gtin };
    let how = Sending { version: Some(order.version), ..Sending::default() };
    let Some(order) = desk.end(send_with(ask, how).await) else { return false };
    desk.put.set(Put::of(&order, gtin));
    follow_focus(&order, gtin, id.is_none());
    desk.keep(order);
    true
}

/// A wrong item is said at once: what is wanted, and who else waits for this one; what it is follows.
fn refuse(desk: Desk, id: Option<ReservationId>, gtin: Gtin) {
    let (is_in, wrong) = untrack(|| {
        let here = id.map_or_else(|| desk.list(), |id| desk.order(id).into_iter().collect());
        let is_in = here.iter().any(|order| order.lines.iter().any(|line| line.gtin == gtin && line.held > 0));
        let wanted = here.iter().find_map(queue::next_line).map(|line| line.title.clone());
        let is_here = |order: &Pickup| here.iter().any(|here| here.id == order.id);
        let other = desk.queue.with(|queue| {
            let mut others = queue.iter().flat_map(|queue| &queue.to_pick).filter(|order| !is_here(order));
            others.find(|order| queue::needs(order, gtin)).and_then(|order| order.number)
        });
        (is_in, Wrong { name: None, wanted, other })
    });
    if is_in && id.is_none() {
        return desk.fail(Trouble::AllIn);
    }
    desk.fail(Trouble::NotOnOrder(wrong.clone()));
    spawn_local(name_wrong(desk, gtin, wrong));
}

/// Says what it is, unless something else has happened since.
async fn name_wrong(desk: Desk, gtin: Gtin, wrong: Wrong) {
    let Ok(product) = send(GetProduct { store: desk.store(), gtin }).await else { return };
    if desk.trouble.try_get_untracked().flatten() == Some(Trouble::NotOnOrder(wrong.clone())) {
        desk.trouble.set(Some(Trouble::NotOnOrder(Wrong { name: Some(product.name), ..wrong })));
    }
}

/// A line is complete: a finger goes on to the next one, a scanner stays in its field; the last one leads to the bin.
fn follow_focus(order: &Pickup, gtin: Gtin, is_list: bool) {
    let is_complete = order.lines.iter().filter(|line| line.gtin == gtin).all(|line| queue::unpicked(line) == 0);
    let next = queue::next_line(order).map(|line| format!("tick-{}", line.variant));
    match next {
        None => focus_soon(["bin".to_owned()]),
        Some(next) if is_complete && !is_list && !document::has_focus(FIELD) => focus_soon([next]),
        Some(_) => {}
    }
}
