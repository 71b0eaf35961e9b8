//! `DELETE /api/v1/session`

use crate::Access;

crate::endpoint! {
    /// `DELETE /api/v1/session`: signs out.
    Delete "/api/v1/session" SignOut (Access::Open)
    path {} => ()
}
