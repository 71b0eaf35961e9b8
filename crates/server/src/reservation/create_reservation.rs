//! `POST /api/v1/stores/{store}/reservations`

use super::{hold::hold_units, ticket};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::Code;
use api::error::FieldProblem;
use api::reservation::create_reservation::CreateReservation;
use api::reservation::{Held, MOST_LINES, MOST_UNITS, Wish};

pub(super) async fn create_reservation(app: App, caller: Caller, ask: CreateReservation) -> Result<Held, Failure> {
    let live = stores::find(&app, &ask.store)?;
    sensible(&ask.lines)?;
    let key = Key::new(format!("hold:{}", live.id), caller.key()?, &(&ask.lines, ask.accept_partial));
    let id = hold_units(&app, &live, &key, &ask.lines, ask.accept_partial).await?;
    Ok(Held { token: app.secret().token(id), ticket: ticket::read(&app, &live, id).await? })
}

/// Names every line that is not.
fn sensible(lines: &[Wish]) -> Result<(), Failure> {
    let refused = Failure::new(Code::BadInput, format!("1 to {MOST_LINES} lines, each for 1 to {MOST_UNITS} units"));
    if !(1..=MOST_LINES).contains(&lines.len()) {
        return Err(refused.field("lines", FieldProblem::OutOfRange));
    }
    let wrong = lines.iter().enumerate().filter(|(_, wish)| !(1..=MOST_UNITS).contains(&wish.quantity));
    let named = wrong.fold(refused, |failure, (index, _)| failure.field(&format!("lines[{index}].quantity"), FieldProblem::OutOfRange));
    if named.fields.is_empty() { Ok(()) } else { Err(named) }
}
