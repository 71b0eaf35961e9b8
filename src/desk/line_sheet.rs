//! A line of an order, enlarged: take one out again, or say that it is not to be had.

mod instead;
mod not_there;

use super::queue;
use super::trouble::TroubleLine;
use super::work::{Act, Desk, focus_soon, use_desk};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::chip::Chip;
use crate::ui::dialog::Dialog;
use crate::ui::whereabouts;
use api::pickup::unpick_item::UnpickItem;
use api::pickup::{Pickup, PickupLine};
use domain::ids::{ReservationId, VariantId};
use domain::reservation::Because;
use not_there::NotThere;

/// Which line, and whether the sheet is open.
#[derive(Clone, Copy)]
pub(super) struct LineSheet {
    is_open: RwSignal<bool>,
    order: RwSignal<Option<ReservationId>>,
    variant: RwSignal<Option<VariantId>>,
    missing: RwSignal<u32>,
    because: RwSignal<Because>,
    /// Chosen in the place of what is missing, the first one first.
    offered: RwSignal<Vec<VariantId>>,
    desk: Desk,
}

pub(super) fn provide_line_sheet(desk: Desk) {
    provide_context(LineSheet {
        is_open: RwSignal::new(false),
        order: RwSignal::new(None),
        variant: RwSignal::new(None),
        missing: RwSignal::new(1),
        because: RwSignal::new(Because::NotFound),
        offered: RwSignal::new(Vec::new()),
        desk,
    });
}

pub(super) fn use_line_sheet() -> LineSheet {
    expect_context()
}

impl LineSheet {
    /// Whether it covers the page.
    pub fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// Opens a line of an order.
    pub fn open(self, order: ReservationId, variant: VariantId) {
        self.order.set(Some(order));
        self.choose(variant);
        self.desk.trouble.set(None);
        self.is_open.set(true);
    }

    fn choose(self, variant: VariantId) {
        self.variant.set(Some(variant));
        self.missing.set(1);
        self.because.set(Because::NotFound);
        self.offered.set(Vec::new());
    }

    fn line(self, order: &Pickup) -> Option<PickupLine> {
        order.lines.iter().find(|line| Some(line.variant) == self.variant.get()).cloned()
    }
}

/// The dialog.
#[component]
pub(super) fn LineSheetDialog() -> Markup {
    let (i18n, desk, sheet) = (use_i18n(), use_desk(), use_line_sheet());
    let order = Memo::new(move |_| sheet.order.get().and_then(|id| desk.order(id)));
    let line = Memo::new(move |_| order.with(|order| order.as_ref().and_then(|order| sheet.line(order))));
    let language = move || language_of(i18n.get_locale());
    let title =
        Signal::derive(move || line.with(|line| line.as_ref().map(|line| line.title.get(language()).to_owned()).unwrap_or_default()));
    let facts = Memo::new(move |_| line.with(|line| line.as_ref().map_or((0, 0), |line| (line.picked, queue::unpicked(line)))));
    view! {
        <Dialog open=sheet.is_open title>
            <div class="sheet">
                <OtherLines order/>
                <Where line/>
                {move || (facts.get().1 > 0).then(|| view! { <NotThere order line/> })}
                {move || (facts.get().0 > 0).then(|| view! { <TakeOut order line/> })}
                <TroubleLine/>
            </div>
        </Dialog>
    }
}

/// The lines that are not complete, when this is one of several.
#[component]
fn OtherLines(order: Memo<Option<Pickup>>) -> Markup {
    let (i18n, sheet) = (use_i18n(), use_line_sheet());
    let language = move || language_of(i18n.get_locale());
    let open = move || {
        let lines = order.with(|order| {
            order.iter().flat_map(|order| &order.lines).filter(|line| queue::unpicked(line) > 0).cloned().collect::<Vec<_>>()
        });
        let is_among = lines.iter().any(|line| Some(line.variant) == sheet.variant.get());
        if lines.len() > 1 && is_among { lines } else { vec![] }
    };
    let chip = move |line: PickupLine| {
        let variant = line.variant;
        let on = Signal::derive(move || sheet.variant.get() == Some(variant));
        view! { <Chip on on_press=move |_| sheet.choose(variant)>{move || line.title.get(language()).to_owned()}</Chip> }
    };
    view! { <div class="sheet__chips">{move || open().into_iter().map(chip).collect_view()}</div> }
}

/// Where to look: floor, zone, furniture, board.
#[component]
fn Where(line: Memo<Option<PickupLine>>) -> Markup {
    let i18n = use_i18n();
    let words = move || {
        let language = language_of(i18n.get_locale());
        line.with(|line| {
            let line = line.as_ref()?;
            let Some(at) = &line.location else { return Some(t_string!(i18n, desk.line.ask_long).to_owned()) };
            let (area, height) = (whereabouts::area(i18n, at), whereabouts::height(i18n, at));
            Some([at.sign().as_str(), &area, at.fixture_name.get(language), &height].join(" · "))
        })
    };
    view! { <p class="lead">{words}</p> }
}

/// One out of the bin again.
#[component]
fn TakeOut(order: Memo<Option<Pickup>>, line: Memo<Option<PickupLine>>) -> Markup {
    let (desk, sheet) = (use_desk(), use_line_sheet());
    let go = move |_| {
        let (Some(order), Some(line)) = (order.get_untracked(), line.get_untracked()) else { return };
        let ask = UnpickItem { store: desk.store(), reservation: order.id, variant: line.variant };
        desk.act(Act::Unpick, order.version, ask, move |_| {
            sheet.is_open.set(false);
            focus_soon([format!("tick-{}", line.variant)]);
        });
    };
    view! { <Button busy=desk.is_doing(Act::Unpick) on_press=go>{t!(desk.act.unpick)}</Button> }
}
