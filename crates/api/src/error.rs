//! What goes wrong, as RFC 9457 `application/problem+json`. `code` is stable; the sentence is made from it by `locales/`.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The media type of a [`Problem`].
pub const MEDIA_TYPE: &str = "application/problem+json";

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal, $status:literal;)*) => {
        /// Stable codes of problems.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[doc = $doc])* $name),*, /** A code that a newer server knows. */ Other }

        impl Code {
            /// Every code that this build knows.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),*, Self::Other => "other" }
            }

            /// The HTTP status that goes with it.
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status),*, Self::Other => 500 }
            }

            /// What it means, in English, for the documents.
            pub const fn doc(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),*)),*, Self::Other => "" }
            }

            fn from_wire(text: &str) -> Self {
                match text { $($code => Self::$name),*, _ => Self::Other }
            }
        }
    };
}

codes! {
    /// The request cannot be read.
    Unreadable = "unreadable", 400;
    /// Nobody is signed in, or the token opens nothing.
    SignInNeeded = "sign-in-needed", 401;
    /// Login or password is wrong.
    WrongSignIn = "wrong-sign-in", 401;
    /// This role does not do that.
    NotAllowed = "not-allowed", 403;
    /// A request from a foreign site.
    ForeignOrigin = "foreign-origin", 403;
    /// There is no such page or interface.
    NoSuchPath = "no-such-path", 404;
    /// There is no such store.
    NoSuchStore = "no-such-store", 404;
    /// The product is not in this shop's range.
    NotInRange = "not-in-range", 404;
    /// There is no such collection.
    NoSuchCollection = "no-such-collection", 404;
    /// There is no such task, or somebody has settled it.
    NoSuchTask = "no-such-task", 404;
    /// There is no such slot.
    NoSuchSlot = "no-such-slot", 404;
    /// There is no such reservation in this store.
    NoSuchReservation = "no-such-reservation", 404;
    /// There is no such put-back task in this store.
    NoSuchPutback = "no-such-putback", 404;
    /// There is no such import in this store.
    NoSuchImport = "no-such-import", 404;
    /// The file that was sent is not here any more.
    NoSuchFile = "no-such-file", 404;
    /// There is no such key.
    NoSuchApiKey = "no-such-api-key", 404;
    /// There is no such webhook.
    NoSuchWebhook = "no-such-webhook", 404;
    /// There is no such delivery, or it is not dead.
    NoSuchDelivery = "no-such-delivery", 404;
    /// There is no such review or line, or it is not shown.
    NoSuchReview = "no-such-review", 404;
    /// Somebody changed it in between; `present` has what it is now.
    Stale = "stale", 409;
    /// Less is free than was asked for; `present` lists variant, requested, available.
    NotEnough = "not-enough", 409;
    /// Not possible in the present state, which `present` has.
    WrongState = "wrong-state", 409;
    /// The hold ran out.
    HoldExpired = "hold-expired", 409;
    /// The same key is being worked on right now.
    InProgress = "in-progress", 409;
    /// A later import changed the same things and has to be taken back first; `params` has its `name`.
    BuiltUpon = "built-upon", 409;
    /// The body is larger than allowed.
    TooLarge = "too-large", 413;
    /// The picture has more pixels than allowed.
    TooManyPixels = "too-many-pixels", 413;
    /// The body is no JSON.
    NotJson = "not-json", 415;
    /// The file is no picture of a kind that is taken (JPEG, PNG, WebP, GIF), or it is damaged.
    NotAPicture = "not-a-picture", 415;
    /// A field holds something that it cannot; `fields` says which.
    BadInput = "bad-input", 422;
    /// The key was used for another request.
    KeyReused = "key-reused", 422;
    /// A code has a wrong check digit; `params` has `found` and `expected`.
    CheckDigit = "check-digit", 422;
    /// The hold cannot be extended any further.
    CapReached = "cap-reached", 422;
    /// The scanned item is on no line of this order.
    NotOnOrder = "not-on-order", 422;
    /// All units of the line are in the bin already.
    AlreadyPicked = "already-picked", 422;
    /// Nothing of it is in the bin.
    NothingPicked = "nothing-picked", 422;
    /// More units than there are; `params` has `atMost`.
    TooMany = "too-many", 422;
    /// Some items are not in the bin yet.
    NotAllPicked = "not-all-picked", 422;
    /// The bin has no name.
    NoBin = "no-bin", 422;
    /// The substitute is gone.
    SubstituteGone = "substitute-gone", 422;
    /// It has been extended once.
    AlreadyExtended = "already-extended", 422;
    /// It is past the pickup time.
    PastPickup = "past-pickup", 422;
    /// A reason is needed.
    NoReason = "no-reason", 422;
    /// The code opens no order that is ready in this store.
    WrongCode = "wrong-code", 422;
    /// The store takes no reservations right now.
    Paused = "paused", 422;
    /// The file cannot be imported; `params` has `why` and, where it is known, the `row`.
    UnreadableFile = "unreadable-file", 422;
    /// Webhooks go to addresses on the public internet, over TLS.
    NotAnAddress = "not-an-address", 422;
    /// The version that the client saw is missing.
    NoVersion = "no-version", 428;
    /// The idempotency key is missing or no uuid.
    NoKey = "no-key", 428;
    /// Too often; `Retry-After` says when.
    TooOften = "too-often", 429;
    /// Something broke here; the request id finds it in the log.
    Internal = "internal", 500;
    /// Cannot write just now; `Retry-After` says when.
    Unavailable = "unavailable", 503;
    /// The server's disk is full.
    NoSpace = "no-space", 503;
}

impl Code {
    /// What any endpoint may answer with, whatever it does.
    pub const COMMON: &'static [Self] =
        &[Self::Unreadable, Self::ForeignOrigin, Self::TooLarge, Self::NotJson, Self::TooOften, Self::Internal, Self::Unavailable];
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::from_wire(&text))
    }
}

/// The body of every reply that is no success.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A page about the code, below `/api/docs`.
    #[serde(rename = "type")]
    pub about: String,
    /// The code's meaning in English.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong here, in English, for developers.
    pub detail: String,
    /// For programs.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub code: Code,
    /// What the sentence names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
    /// The id this request is logged under.
    pub request: String,
    /// Input errors by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub fields: BTreeMap<String, FieldProblem>,
    /// For 409: the present state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub present: Option<serde_json::Value>,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldProblem {
    /// Nothing is there.
    Missing,
    /// Longer than allowed.
    TooLong,
    /// Less than 1 or more than allowed.
    OutOfRange,
    /// Neither an e-mail address nor a phone number.
    NotAContact,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_survives_the_wire_and_an_unknown_one_is_other() {
        for code in Code::ALL {
            assert_eq!(Code::from_wire(code.as_str()), *code);
        }
        assert_eq!(Code::from_wire("made-tomorrow"), Code::Other);
    }
}
