//! `GET /api/v1/session`

use super::Session;
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/session`: who is signed in.
    Get "/api/v1/session" GetSession (Access::SignedIn)
    path {} => Session, errors [SignInNeeded]
}
