//! Keep one for me: the form and the ticket.

mod attempt;
mod form;
mod ticket;

pub use form::ReservePage;
pub use ticket::TicketPage;
