//! `POST /api/v1/stores/{store}/reservations`

use super::{hold::hold_units, ticket};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::Code;
use api::error::FieldProblem;
use api::reservation::Held;
use api::reservation::create_reservation::CreateReservation;

pub(super) async fn create_reservation(app: App, caller: Caller, ask: CreateReservation) -> Result<Held, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let sensible = (1..=10).contains(&ask.lines.len()) && ask.lines.iter().all(|wish| (1..=20).contains(&wish.quantity));
    if !sensible {
        let failure = Failure::new(Code::BadInput, "one to ten wishes, each for 1 to 20 units");
        return Err(failure.field("lines", FieldProblem::OutOfRange));
    }
    let key = Key::new(format!("hold:{}", live.id), caller.key()?, &(&ask.lines, ask.accept_partial));
    let id = hold_units(&app, &live, &key, &ask.lines, ask.accept_partial).await?;
    Ok(Held { token: app.secret().token(id), ticket: ticket::read(&app, &live, id).await? })
}
