//! Calls: somebody on the floor wants a person to come.

pub mod answer_call;
pub mod close_call;
pub mod get_call;
pub mod list_calls;
pub mod make_call;
pub mod withdraw_call;

use crate::catalog::Picture;
use domain::call::{CallState, CallTimes, CallWish};
use domain::ids::CallId;
use domain::planogram::Location;
use domain::{Gtin, Instant, Text};
use serde::{Deserialize, Serialize};

/// A call, as its shopper and the desk see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Call {
    /// Its id.
    pub id: CallId,
    /// Where: the shelf or fitting room whose label was scanned; `None` where nobody knows.
    pub place: Option<Location>,
    /// About what.
    pub good: Option<CallGood>,
    /// What is wanted.
    pub wish: CallWish,
    /// What the shopper added; empty is nothing.
    pub words: String,
    /// When it was made.
    pub asked_at: Instant,
    /// Who is coming.
    pub answer: Option<Answer>,
    /// When it ended.
    pub closed_at: Option<Instant>,
    /// The shopper ended it.
    pub withdrawn: bool,
}

/// What a call is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CallGood {
    /// Its code.
    pub gtin: Gtin,
    /// The product's name.
    pub title: Text,
    /// Colour and size.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
}

/// Somebody is coming.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Answer {
    /// "지수".
    pub name: Text,
    /// When they answered.
    pub at: Instant,
}

impl Call {
    /// Where it is now.
    pub fn state(&self, now: Instant) -> CallState {
        let answered_at = self.answer.as_ref().map(|answer| answer.at);
        CallTimes { asked_at: self.asked_at, answered_at, closed_at: self.closed_at }.state(now)
    }
}
