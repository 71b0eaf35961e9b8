//! `POST /api/v1/stores/{store}/calls/{call}/close`

use super::Call;
use crate::Access;
use domain::access::Action;
use domain::ids::CallId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/calls/{call}/close`: it is done.
    Post "/api/v1/stores/{store}/calls/{call}/close" CloseCall (Access::Person(Action::AnswerCalls))
    path { store: String, call: CallId }
    body {} => Call,
    errors [NoSuchStore, NoSuchTask, NoKey, KeyReused]
}
