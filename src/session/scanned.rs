//! A code on its way from whatever page a scanner typed it on to the scan page. In memory: a ticket's link opens its ticket, so it does
//! not stand in an address.

use crate::prelude::*;

/// The code that waits.
#[derive(Clone, Copy)]
pub struct Scanned(RwSignal<Option<String>>);

/// Provides it for the entry.
pub fn provide_scanned() -> Scanned {
    let scanned = Scanned(RwSignal::new(None));
    provide_context(scanned);
    scanned
}

/// The entry's.
pub fn use_scanned() -> Scanned {
    expect_context()
}

impl Scanned {
    /// Hands a code over.
    pub fn put(self, code: String) {
        self.0.set(Some(code));
    }

    /// Whether a code waits.
    pub fn is_waiting(self) -> bool {
        self.0.with_untracked(Option::is_some)
    }

    /// Takes the code, once; who takes in an effect is called again with the next.
    pub fn take(self) -> Option<String> {
        let code = self.0.get();
        if code.is_some() {
            self.0.set(None);
        }
        code
    }
}
