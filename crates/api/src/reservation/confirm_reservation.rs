//! `POST /api/v1/reservation/confirm`

use super::Ticket;
use crate::Access;
use domain::Language;

crate::endpoint! {
    /// `POST /api/v1/reservation/confirm`: asks the store to get it ready; prices freeze, code and number are made.
    Post "/api/v1/reservation/confirm" ConfirmReservation (Access::Token)
    path {}
    body {
        /// To be called by: 1 to 20 characters.
        nickname: String,
        /// An e-mail address or phone number for the notice, of a kind that the ticket's `contacts` has.
        contact: Option<String>,
        /// What the notice is written in: the page's language.
        language: Option<Language>,
    } => Ticket,
    errors [NoSuchReservation, HoldExpired, WrongState, BadInput, NoKey, KeyReused]
}
