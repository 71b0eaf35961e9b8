//! `POST /api/v1/stores/{store}/pickups/{reservation}/in-hand`

use super::{carry_out, list_claims, list_substitutes};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use crate::stores;
use api::Code;
use api::error::FieldProblem;
use api::pickup::Claims;
use api::pickup::take_in_hand::TakeInHand;

pub(super) async fn take_in_hand(app: App, caller: Caller, ask: TakeInHand) -> Result<Claims, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let (variant, quantity) = (ask.variant, ask.quantity);
    if quantity == 0 {
        return Err(Failure::new(Code::BadInput, "at least 1 unit").field("quantity", FieldProblem::OutOfRange));
    }
    if !live.snapshot().store.settings.sells_in_hand {
        return Err(Failure::new(Code::NotAllowed, "this store keeps what it has promised, also from who has it in hand"));
    }
    let substitutes = list_substitutes::suggestions(&live.snapshot(), variant).into_iter().map(|other| other.variant).collect();
    let act = Act::TakeInHand { variant, quantity, substitutes };
    carry_out(&app, &caller, &ask.store, ask.reservation, &("in-hand", variant, quantity), act).await?;
    list_claims::claims(&app, &live, variant).await
}
