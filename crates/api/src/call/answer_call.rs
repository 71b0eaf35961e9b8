//! `POST /api/v1/stores/{store}/calls/{call}/answer`

use super::Call;
use crate::Access;
use domain::access::Action;
use domain::ids::CallId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/calls/{call}/answer`: "I am coming". Where somebody else was faster, `WrongState` names them.
    Post "/api/v1/stores/{store}/calls/{call}/answer" AnswerCall (Access::Person(Action::AnswerCalls))
    path { store: String, call: CallId }
    body {} => Call,
    errors [NoSuchStore, NoSuchTask, WrongState, NoKey, KeyReused]
}
