//! A camera's frame to a code's text. So far only the shape that the worker and its native test will share: reading
//! symbols comes with the scan screen. Typed codes need nothing from here.

use domain::gs1::Symbology;

/// A symbol that was read: its text means nothing yet, `domain::gs1::parse` gives it a meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What the symbol says.
    pub text: String,
    /// Which kind of symbol it was.
    pub symbology: Symbology,
}
