//! `GET /api/v1/reservation`

use super::Ticket;
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/reservation`: the reservation that the token opens.
    Get "/api/v1/reservation" GetTicket (Access::Token)
    path {} => Ticket, errors [NoSuchReservation]
}
