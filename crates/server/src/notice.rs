//! What shoppers are told where they left an address: written down in the transaction that causes it, sent by whichever node takes it,
//! by the channel that its address wants. It may arrive twice (a node that ends before it could note it), and carries one id then.
//!
//! Absent: an order among notices. One that came late and does not hold any more is dropped.

pub mod channel;
mod gateway;
mod letter;
mod log;
mod outbox;
mod resend;
mod smtp;
mod state;

pub use channel::{Channel, Notices, Problem, Undelivered};
pub use gateway::Gateway;
pub use letter::Letter;
pub use log::Log;
pub use outbox::{Outbox, run};
pub use resend::resend;
pub use smtp::{Server, Smtp};
pub use state::state;
