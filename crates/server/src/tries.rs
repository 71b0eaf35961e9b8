//! A few tries and then a pause: for passwords and for codes that could be guessed.
//!
//! A try counts from its beginning, so a hundred at once are five too; the right answer gives it back. Each node counts
//! for itself: with n nodes somebody has n times as many tries.

use crate::failure::Failure;
use api::Code;
use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Keys that are kept before those without a recent try are dropped.
const MANY: usize = 10_000;

/// Counts tries by key.
pub struct Tries {
    most: usize,
    within: Duration,
    begun: Mutex<HashMap<String, VecDeque<Instant>>>,
}

/// One try under way. Dropped, it stays counted.
#[must_use]
pub struct Try<'a> {
    tries: &'a Tries,
    key: String,
    at: Instant,
}

impl Default for Tries {
    /// Five in 15 minutes.
    fn default() -> Self {
        Self::new(5, Duration::from_secs(15 * 60))
    }
}

impl Tries {
    /// At most `most` in any window of this length.
    pub fn new(most: usize, within: Duration) -> Self {
        Self { most, within, begun: Mutex::default() }
    }

    /// Begins a try.
    ///
    /// # Errors
    /// `TooOften`, with the seconds until the next one.
    pub fn begin(&self, key: String) -> Result<Try<'_>, Failure> {
        self.begin_at(key, Instant::now())
    }

    fn begin_at(&self, key: String, now: Instant) -> Result<Try<'_>, Failure> {
        let mut begun = self.lock();
        if begun.len() >= MANY {
            begun.retain(|_, times| times.back().is_some_and(|last| now.duration_since(*last) < self.within));
        }
        let times = begun.entry(key.clone()).or_default();
        times.retain(|at| now.duration_since(*at) < self.within);
        if let Some(first) = times.front().filter(|_| times.len() >= self.most) {
            let wait = (self.within - now.duration_since(*first)).as_secs() + 1;
            let seconds = u32::try_from(wait).unwrap_or(u32::MAX);
            return Err(Failure::new(Code::TooOften, "too many tries").retry_after(seconds).param("seconds", seconds));
        }
        times.push_back(now);
        Ok(Try { tries: self, key, at: now })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, VecDeque<Instant>>> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Try<'_> {
    /// It was right: it does not count.
    pub fn right(self) {
        if let Some(times) = self.tries.lock().get_mut(&self.key)
            && let Some(place) = times.iter().position(|at| *at == self.at)
        {
            times.remove(place);
        }
    }
}

/// One key for one place: an IPv6 customer holds a whole /64.
pub fn place(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => address.to_string(),
            None => address.segments()[..4].iter().map(|segment| format!("{segment:x}:")).collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_wrong_try_waits_until_the_first_is_old() {
        let (tries, start) = (Tries::default(), Instant::now());
        for minute in 0..5 {
            let _wrong = tries.begin_at("jisu".into(), start + Duration::from_secs(60 * minute)).expect("a try");
        }
        let refused = tries.begin_at("jisu".into(), start + Duration::from_secs(300)).err().expect("a pause");
        assert_eq!((refused.code, refused.retry_after), (Code::TooOften, Some(601)));
        assert!(tries.begin_at("sora".into(), start).is_ok());
        assert!(tries.begin_at("jisu".into(), start + Duration::from_secs(900)).is_ok());
    }

    #[test]
    fn right_tries_do_not_count() {
        let tries = Tries::default();
        for _ in 0..20 {
            tries.begin("jisu".into()).expect("a try").right();
        }
        assert!(tries.begin("jisu".into()).is_ok());
    }

    #[test]
    fn a_customer_with_many_addresses_is_one_place() {
        let place_of = |text: &str| place(text.parse().expect("an address"));
        assert_eq!(place_of("2001:db8:1:2::1"), place_of("2001:db8:1:2:ffff::9"));
        assert_ne!(place_of("2001:db8:1:2::1"), place_of("2001:db8:1:3::1"));
        assert_eq!(place_of("::ffff:10.0.0.1"), place_of("10.0.0.1"));
    }
}
