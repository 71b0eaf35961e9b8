//! What is sent of an event: what happened to what, and nothing about who.

use api::connections::Topic;
use api::event::Happening;
use domain::Instant;
use domain::ids::{DeliveryId, VariantId};
use domain::reservation::State;
use serde_json::{Value, json};

/// The event that somebody sends to try a webhook.
pub const TEST: &str = "webhook.test";

/// What other systems are told of a happening.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Whom it interests.
    pub topic: Topic,
    /// Its name, `reservation.ready`.
    pub event: String,
    /// What it says.
    pub data: Value,
    /// The variant, whose codes the receiver knows it by.
    pub variant: Option<VariantId>,
}

/// What other systems are told of it; nothing of what is only for screens. A hold is not told: it is a shopper filling in a name.
pub fn told(what: &Happening) -> Option<Told> {
    let told = |topic: Topic, event: &str, data| Some(Told { topic, event: format!("{}.{event}", topic.name()), data, variant: None });
    match *what {
        Happening::Reservation { state: State::Held | State::Other, .. } => None,
        Happening::Reservation { reservation, state, version } => {
            let data = json!({ "reservation": reservation, "state": state, "version": version });
            told(Topic::Reservation, &json!(state).as_str().map(str::to_owned)?, data)
        }
        Happening::Stock { variant, available, .. } => {
            let told = told(Topic::Stock, "changed", json!({ "variant": variant, "available": available }))?;
            Some(Told { variant: Some(variant), ..told })
        }
        Happening::Planogram { revision } => told(Topic::Planogram, "published", json!({ "revision": revision })),
        _ => None,
    }
}

/// The body of a delivery.
pub fn body(id: DeliveryId, event: &str, store: &str, seq: i64, at: Instant, data: &Value) -> String {
    json!({ "id": id, "event": event, "store": store, "seq": seq, "at": at, "data": data }).to_string()
}

/// The body of a test.
pub fn test(id: DeliveryId, store: &str, at: Instant) -> String {
    body(id, TEST, store, 0, at, &json!({}))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::ReservationId;
    use uuid::Uuid;

    #[test]
    fn every_state_but_a_hold_has_an_event_of_its_own() {
        let states = [
            (State::Placed, "placed"),
            (State::Picking, "picking"),
            (State::NeedsDecision, "needs-decision"),
            (State::Ready, "ready"),
            (State::Collected, "collected"),
            (State::Cancelled, "cancelled"),
            (State::Rejected, "rejected"),
            (State::Expired, "expired"),
            (State::NoShow, "no-show"),
        ];
        let reservation = ReservationId::new(Uuid::nil());
        for (state, name) in states {
            let told = told(&Happening::Reservation { reservation, state, version: 3 }).expect("an event");
            assert_eq!((told.topic, told.event), (Topic::Reservation, format!("reservation.{name}")));
        }
        assert_eq!(told(&Happening::Reservation { reservation, state: State::Held, version: 1 }), None);
        assert_eq!(told(&Happening::Putback), None);
    }
}
