//! People who sign in: passwords, sessions, who is at the other end.

pub mod get_session;
pub mod password;
pub mod session;
pub mod sign_in;
pub mod sign_out;

pub use password::Passwords;

use crate::app::App;
use crate::contract::EndpointExt;
use axum::Router;
use domain::Instant;
use domain::access::Role;
use domain::ids::{OrgId, PersonId, StoreId};

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Whose people they are.
    pub org: OrgId,
    /// The store of the request's path, in which they work; `None` where the path names none.
    pub store: Option<StoreId>,
    /// What they are there; where the path names no store, the highest that they are anywhere.
    pub role: Role,
    /// Until when, without any act.
    pub expires_at: Instant,
}

/// Signing in and out.
pub(crate) fn routes() -> Router<App> {
    Router::new().endpoint(sign_in::sign_in).endpoint(sign_out::sign_out).endpoint(get_session::get_session)
}
