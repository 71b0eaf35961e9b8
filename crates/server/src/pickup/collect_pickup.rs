//! `POST /api/v1/stores/{store}/pickups/{reservation}/collect`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::{Act, Proof};
use api::Code;
use api::pickup::Pickup;
use api::pickup::collect_pickup::CollectPickup;
use domain::access::Action;

pub(super) async fn collect_pickup(app: App, caller: Caller, ask: CollectPickup) -> Result<Pickup, Failure> {
    let person = caller.person()?;
    let proof = match (&ask.code, &ask.reason) {
        (Some(code), _) => Proof::Code(code.clone()),
        (None, Some(reason)) if person.role.may(Action::OverrideHandover) => Proof::Override(reason.clone()),
        (None, Some(_)) => return Err(Failure::new(Code::NotAllowed, "a handover without the code is a manager's act")),
        (None, None) => return Err(Failure::new(Code::WrongCode, "show the code")),
    };
    let refused: Vec<_> = ask.refused.iter().map(|wish| (wish.variant, wish.quantity)).collect();
    let asked = ("collect", &ask.code, &ask.reason, &refused);
    // A manager's word is no guess.
    let tried = ask.code.is_some().then(|| app.code_tries().begin(format!("{}:{}", ask.store, person.id))).transpose()?;
    let done = staff(&app, &caller, &ask.store, ask.reservation, &asked, Act::Collect { proof, refused: refused.clone() }).await;
    if let Some(tried) = tried.filter(|_| !matches!(&done, Err(failure) if failure.code == Code::WrongCode)) {
        tried.right();
    }
    done
}
