//! Header names of the contract, lower case as HTTP/2 writes them.

/// A uuid per command: the same key gets the first answer again.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// The version that the client saw, in quotes.
pub const IF_MATCH: &str = "if-match";
/// `Bearer {token}` of a reservation.
pub const AUTHORIZATION: &str = "authorization";
/// The server's time, to the second (RFC 9110, 6.6.1).
pub const DATE: &str = "date";
/// The server's build.
pub const X_BUILD: &str = "x-build";
/// The contract's version.
pub const X_API: &str = "x-api";
/// The id a request is logged under.
pub const X_REQUEST_ID: &str = "x-request-id";
