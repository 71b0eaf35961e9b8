//! What the shopper does not take after all.

use crate::desk::work::use_desk;
use crate::i18n::t;
use crate::prelude::*;
use crate::ui::stepper::Stepper;
use api::pickup::PickupLine;
use domain::ids::VariantId;

/// At the handover: units that the shopper does not take after all.
#[component]
pub(super) fn Refused(variant: VariantId, line: Signal<Option<PickupLine>>) -> Markup {
    let desk = use_desk();
    let picked = Signal::derive(move || line.with(|line| line.as_ref().map_or(0, |line| line.picked)));
    let label = t!(desk.line.refused);
    let count = RwSignal::new(0);
    desk.refused.update(|counts| {
        counts.insert(variant, count);
    });
    on_cleanup(move || {
        desk.refused.try_update(|counts| counts.remove(&variant));
    });
    view! {
        <div class="line__refused">
            <span>{label}</span>
            <Stepper label value=count at_most=picked at_least=0/>
        </div>
    }
}
