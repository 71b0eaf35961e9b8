//! How often which command met which state.

use super::{Deed, State};
use std::collections::{HashMap, HashSet};
use std::fmt;

/// What came of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It changed something.
    Done,
    /// There was nothing to do.
    Nothing,
    /// It was refused.
    Refused,
}

/// Counts commands by the state they met and by what came of them.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    cells: HashMap<(State, Deed), (u64, u64)>,
    entered: HashSet<State>,
    /// Holds that were kept, and that were refused.
    pub holds: (u64, u64),
}

/// In the order of a reservation's life.
const STATES: [(State, &str); 10] = [
    (State::Held, "held"),
    (State::Placed, "placed"),
    (State::Picking, "picking"),
    (State::NeedsDecision, "decision"),
    (State::Ready, "ready"),
    (State::Collected, "collected"),
    (State::Cancelled, "cancelled"),
    (State::Rejected, "rejected"),
    (State::Expired, "expired"),
    (State::NoShow, "no-show"),
];

impl Coverage {
    /// One command more.
    pub fn count(&mut self, state: State, deed: Deed, answer: Answer) {
        let cell = self.cells.entry((state, deed)).or_default();
        match answer {
            Answer::Done => cell.0 += 1,
            Answer::Nothing | Answer::Refused => cell.1 += 1,
        }
    }

    /// One hold more.
    pub fn hold(&mut self, kept: bool) {
        if kept {
            self.holds.0 += 1;
            self.enter(State::Held);
        } else {
            self.holds.1 += 1;
        }
    }

    /// A reservation came into a state.
    pub fn enter(&mut self, state: State) {
        self.entered.insert(state);
    }

    /// Adds what another has seen.
    pub fn add(&mut self, other: &Self) {
        for (key, (done, refused)) in &other.cells {
            let cell = self.cells.entry(*key).or_default();
            *cell = (cell.0 + done, cell.1 + refused);
        }
        self.entered.extend(&other.entered);
        self.holds = (self.holds.0 + other.holds.0, self.holds.1 + other.holds.1);
    }

    /// Commands that were ever taken, of 16, and states that were ever reached, of 10.
    pub fn reached(&self) -> (usize, usize) {
        let taken: HashSet<Deed> = self.cells.iter().filter(|(_, (done, _))| *done > 0).map(|((_, deed), _)| *deed).collect();
        (taken.len(), self.entered.len())
    }

    /// Pairs of state and command that never met.
    pub fn unmet(&self) -> usize {
        STATES.len() * Deed::ALL.len() - self.cells.len()
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kept, refused) = self.holds;
        writeln!(f, "hold: {kept} kept, {refused} refused")?;
        write!(f, "{:<9}", "taken/not")?;
        for (_, name) in STATES {
            write!(f, " {name:>11}")?;
        }
        for deed in Deed::ALL {
            write!(f, "\n{:<9}", format!("{deed:?}").to_lowercase())?;
            for (state, _) in STATES {
                let cell = self.cells.get(&(state, deed)).map_or("-".to_owned(), |(done, not)| format!("{}/{}", short(*done), short(*not)));
                write!(f, " {cell:>11}")?;
            }
        }
        Ok(())
    }
}

/// Thousands as `12k`.
fn short(number: u64) -> String {
    if number < 10_000 { number.to_string() } else { format!("{}k", number / 1_000) }
}
