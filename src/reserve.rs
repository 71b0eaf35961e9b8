//! Keep one for me: the form, the ticket, and what this phone remembers of both.

mod attempt;
mod form;
mod lines;
mod ticket;
mod tickets;
mod when;

pub use form::ReservePage;
pub use ticket::TicketPage;
pub use tickets::TicketsPage;
