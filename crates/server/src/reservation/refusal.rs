//! A rule's refusal as the client reads it.

use crate::failure::Failure;
use api::Code;
use domain::reservation::Refusal;

/// The code and what its sentence names.
pub fn failure(refusal: &Refusal) -> Failure {
    let new = |code, detail: &str| Failure::new(code, detail);
    match refusal {
        Refusal::WrongState(state) => {
            let name = crate::store::reservation::state_name(*state);
            new(Code::WrongState, &format!("not possible while it is {name}")).param("state", name)
        }
        Refusal::Expired => new(Code::HoldExpired, "the hold ran out"),
        Refusal::CapReached => new(Code::CapReached, "the hold cannot be extended any further"),
        Refusal::NotOnOrder(variant) => new(Code::NotOnOrder, "the item is on no line of this order").param("variant", variant),
        Refusal::AlreadyPicked(variant) => new(Code::AlreadyPicked, "all units are in the bin already").param("variant", variant),
        Refusal::NothingPicked(variant) => new(Code::NothingPicked, "nothing of it is in the bin").param("variant", variant),
        Refusal::TooMany { variant, at_most } => {
            new(Code::TooMany, "more than there are").param("variant", variant).param("atMost", at_most)
        }
        Refusal::NotAllPicked => new(Code::NotAllPicked, "some items are not in the bin yet"),
        Refusal::NoBin => new(Code::NoBin, "name the bin or hook it waits in"),
        Refusal::SubstituteGone(variant) => new(Code::SubstituteGone, "the substitute is gone").param("variant", variant),
        Refusal::AlreadyExtended => new(Code::AlreadyExtended, "it has been extended once"),
        Refusal::PastPickup => new(Code::PastPickup, "it is past the pickup time"),
        Refusal::NoReason => new(Code::NoReason, "give a reason"),
        Refusal::LinesChanged => new(Code::Stale, "the lines have changed"),
        Refusal::NotYours => new(Code::NotAllowed, "this is not for you to do"),
    }
}
