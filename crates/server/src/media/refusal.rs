//! Why a picture is not taken.

use super::{LONGEST_SIDE, MOST_BYTES, MOST_PIXELS};
use crate::failure::Failure;
use api::Code;
use std::fmt;

/// Why a picture is not taken.
#[derive(Debug)]
pub enum Refusal {
    /// The file is larger than allowed.
    TooLarge,
    /// More pixels than allowed, by the file's own header.
    TooManyPixels,
    /// No picture of a kind that is taken.
    NotAPicture,
    /// It begins like a picture and does not go on like one.
    Damaged,
    /// The disk took no more.
    Disk(std::io::Error),
    /// Not an address of the web: `http` or `https`, the usual port, no user.
    Address,
    /// An address in somebody's own network.
    Private,
    /// The address cannot be reached.
    Unreachable,
    /// It took too long.
    Late,
    /// The address leads from one to the next without an end.
    Redirects,
    /// The other side says no.
    Status(u16),
}

impl Refusal {
    /// In a word, as it is kept.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::TooManyPixels => "too-many-pixels",
            Self::NotAPicture => "not-a-picture",
            Self::Damaged => "damaged",
            Self::Disk(_) => "disk",
            Self::Address => "address",
            Self::Private => "private",
            Self::Unreachable => "unreachable",
            Self::Late => "late",
            Self::Redirects => "redirects",
            Self::Status(_) => "status",
        }
    }

    /// Whether trying again later may help.
    pub const fn will_pass(&self) -> bool {
        matches!(self, Self::Disk(_) | Self::Unreachable | Self::Late | Self::Status(408 | 425 | 429 | 500..))
    }
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        Self::Disk(error)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "a picture has at most {MOST_BYTES} bytes"),
            Self::TooManyPixels => write!(f, "a picture has at most {MOST_PIXELS} pixels and {LONGEST_SIDE} on a side"),
            Self::NotAPicture => f.write_str("this is no JPEG, PNG, WebP or GIF"),
            Self::Damaged => f.write_str("the picture is damaged"),
            Self::Disk(error) => write!(f, "the disk took no more: {error}"),
            Self::Address => f.write_str("pictures come from http and https addresses at their usual ports"),
            Self::Private => f.write_str("the address leads into a private network"),
            Self::Unreachable => f.write_str("the address cannot be reached"),
            Self::Late => f.write_str("the address takes too long"),
            Self::Redirects => f.write_str("the address leads on and on"),
            Self::Status(status) => write!(f, "the address answers {status}"),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let code = match &refusal {
            Refusal::TooLarge => Code::TooLarge,
            Refusal::TooManyPixels => Code::TooManyPixels,
            Refusal::Disk(_) => Code::Unavailable,
            _ => Code::NotAPicture,
        };
        let detail = refusal.to_string();
        match refusal {
            Refusal::Disk(error) => Self::new(code, "the disk takes no more").retry_after(60).caused_by(error),
            _ => Self::new(code, detail),
        }
    }
}
