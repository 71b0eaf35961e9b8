//! `POST /api/v1/stores/{store}/deliveries/{delivery}/replay`

use super::Delivery;
use crate::Access;
use domain::access::Action;
use domain::ids::DeliveryId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/deliveries/{delivery}/replay`: tries one again that was given up.
    Post "/api/v1/stores/{store}/deliveries/{delivery}/replay" ReplayDelivery (Access::Person(Action::Administer))
    path { store: String, delivery: DeliveryId } => Delivery,
    errors [NoSuchDelivery]
}
