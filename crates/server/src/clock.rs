//! The server's time. Only a test may move it.

use domain::{Instant, Span};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

/// Reads the time; clones share how far it was moved.
#[derive(Clone, Default)]
pub struct Clock {
    moved: Arc<AtomicI64>,
}

impl Clock {
    /// Now, in milliseconds UTC.
    pub fn now(&self) -> Instant {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
        Instant::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX)) + Span::millis(self.moved.load(Ordering::Relaxed))
    }

    /// Moves it on, so that a test need not wait.
    pub fn move_on(&self, span: Span) {
        self.moved.fetch_add(span.as_millis(), Ordering::Relaxed);
    }
}
