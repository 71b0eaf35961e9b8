//! `POST /api/v1/stores/{store}/pickups/{reservation}/short`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use api::Code;
use api::error::FieldProblem;
use api::pickup::Pickup;
use api::pickup::short_item::ShortItem;

const SUBSTITUTES: usize = 10;

pub(super) async fn short_item(app: App, caller: Caller, ask: ShortItem) -> Result<Pickup, Failure> {
    let ShortItem { store, reservation, variant, quantity, because, substitutes } = ask;
    let field = if quantity == 0 { "quantity" } else { "substitutes" };
    if quantity == 0 || substitutes.len() > SUBSTITUTES {
        return Err(Failure::new(Code::BadInput, "at least 1 unit, at most 10 substitutes").field(field, FieldProblem::OutOfRange));
    }
    let asked = ("short", variant, quantity, because, &substitutes);
    let act = Act::Short { variant, quantity, because: because.unwrap_or_default(), substitutes: substitutes.clone() };
    staff(&app, &caller, &store, reservation, &asked, act).await
}
