//! `POST /api/v1/stores/{store}/calls/mine/withdraw`

use super::Call;
use crate::Access;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/calls/mine/withdraw`: nobody needs to come any more. A call that has ended stays as it is.
    Post "/api/v1/stores/{store}/calls/mine/withdraw" WithdrawCall (Access::Token)
    path { store: String }
    body {} => Call,
    errors [NoSuchStore, NoSuchTask, NoKey, KeyReused]
}
