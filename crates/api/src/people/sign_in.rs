//! `POST /api/v1/session`

use super::Session;
use crate::Access;

crate::endpoint! {
    /// `POST /api/v1/session`: signs in with a password; the session travels in a cookie.
    Post "/api/v1/session" SignIn (Access::Open)
    path {}
    body {
        /// Login name.
        login: String,
        /// Password.
        password: String,
    } => Session, errors [WrongSignIn]
}
