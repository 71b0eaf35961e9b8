//! What may happen in a shop, at random: for the properties of this machine, and for long runs (`cargo xtask soak`) on the machine alone
//! and on a server with its database.

mod book;
mod coverage;
mod laws;
mod soak;
mod world;

use super::State;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::{SBoxedStrategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

pub use coverage::{Answer, Coverage};
pub use soak::soak;
pub use world::World;

/// One thing that happens. Whoever plays it takes indices modulo what there is.
#[derive(Clone, Debug)]
pub enum Event {
    /// Somebody wants something.
    Hold {
        /// Variant and quantity; a variant may be named twice.
        wishes: Vec<(usize, u32)>,
        /// Less is fine.
        accept_partial: bool,
    },
    /// What somebody sensible would do next with one of the latest reservations.
    Sensible {
        /// How many reservations back.
        which: usize,
        /// Which of the sensible things.
        choice: usize,
        /// Its figures.
        dice: Dice,
    },
    /// Anything by anybody, on any reservation.
    Wild {
        /// Which.
        which: usize,
        /// What.
        deed: Deed,
        /// By whom.
        who: Who,
        /// Its figures.
        dice: Dice,
    },
    /// A reply was lost: the last command comes once more.
    Again,
    /// Time passes.
    Wait {
        /// So much of it.
        minutes: i64,
    },
    /// Time goes on to the earliest timer, and the clock looks.
    NextTimer,
    /// Put-backs are carried to the shelf.
    CarryBack,
    /// Goods come.
    Deliver {
        /// Of what.
        variant: usize,
        /// How many.
        quantity: u32,
    },
    /// Somebody counts the shelf.
    Count {
        /// Of what.
        variant: usize,
        /// How many more, or fewer, there are than the books say.
        off: i32,
    },
}

/// The figures of a command.
#[derive(Clone, Copy, Debug)]
pub struct Dice {
    /// Of what.
    pub variant: usize,
    /// How many.
    pub quantity: u32,
    /// How much later.
    pub minutes: i64,
    /// Yes or no.
    pub yes: bool,
}

/// The kind of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the commands of the machine, by their names")]
pub enum Deed {
    Activity,
    Confirm,
    Cancel,
    Accept,
    Unaccept,
    Scan,
    Unpick,
    Short,
    TakeInHand,
    Decide,
    Ready,
    Notified,
    Collect,
    Extend,
    Reject,
    Clock,
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Holder of the token.
    Shopper,
    /// Somebody of the store.
    Staff,
    /// The scheduler.
    Clock,
}

impl Deed {
    /// Every kind.
    pub const ALL: [Self; 16] = [
        Self::Activity,
        Self::Confirm,
        Self::Cancel,
        Self::Accept,
        Self::Unaccept,
        Self::Scan,
        Self::Unpick,
        Self::Short,
        Self::TakeInHand,
        Self::Decide,
        Self::Ready,
        Self::Notified,
        Self::Collect,
        Self::Extend,
        Self::Reject,
        Self::Clock,
    ];
}

/// Any event; small figures, so that units run out and lines meet.
pub fn event() -> impl Strategy<Value = Event> + Send + Sync + 'static {
    let dice = || {
        let figures = (0..50_usize, 0..3_u32, 1..200_i64, any::<bool>());
        figures.prop_map(|(variant, quantity, minutes, yes)| Dice { variant, quantity, minutes, yes })
    };
    let who = proptest::sample::select(&[Who::Shopper, Who::Staff, Who::Clock][..]);
    let deed = proptest::sample::select(&Deed::ALL[..]);
    prop_oneof![
        8 => (vec((0..50_usize, 0..3_u32), 1..4), any::<bool>()).prop_map(|(wishes, accept_partial)| Event::Hold { wishes, accept_partial }),
        56 => (0..8_usize, 0..9_usize, dice()).prop_map(|(which, choice, dice)| Event::Sensible { which, choice, dice }),
        16 => (any::<usize>(), deed, who, dice()).prop_map(|(which, deed, who, dice)| Event::Wild { which, deed, who, dice }),
        4 => Just(Event::Again),
        6 => (0..12_i64).prop_map(|minutes| Event::Wait { minutes }),
        3 => Just(Event::NextTimer),
        4 => Just(Event::CarryBack),
        3 => (0..50_usize, 1..4_u32).prop_map(|(variant, quantity)| Event::Deliver { variant, quantity }),
        1 => (0..50_usize, -2..3_i32).prop_map(|(variant, off)| Event::Count { variant, off }),
    ]
}

/// Mostly what leads on, so that the far states are reached.
pub fn sensible(state: State, choice: usize) -> (Deed, Who) {
    use Deed::*;
    const SHOPPER: Who = Who::Shopper;
    const STAFF: Who = Who::Staff;
    let moves: &[(Deed, Who)] = match state {
        State::Held => {
            &[(Confirm, SHOPPER), (Confirm, SHOPPER), (Confirm, SHOPPER), (Activity, SHOPPER), (Cancel, SHOPPER), (TakeInHand, STAFF)]
        }
        State::Placed => {
            &[(Accept, STAFF), (Accept, STAFF), (Accept, STAFF), (Accept, STAFF), (Cancel, STAFF), (Reject, STAFF), (TakeInHand, STAFF)]
        }
        State::Picking => &[
            (Scan, STAFF),
            (Scan, STAFF),
            (Scan, STAFF),
            (Ready, STAFF),
            (Ready, STAFF),
            (Short, STAFF),
            (Unpick, STAFF),
            (Unaccept, STAFF),
            (TakeInHand, STAFF),
        ],
        State::NeedsDecision => &[(Decide, SHOPPER), (Decide, SHOPPER), (Decide, SHOPPER), (Cancel, SHOPPER), (Reject, STAFF)],
        State::Ready => {
            &[(Notified, Who::Clock), (Notified, SHOPPER), (Collect, STAFF), (Extend, SHOPPER), (Extend, STAFF), (Cancel, SHOPPER)]
        }
        _ => &[(Clock, Who::Clock), (Notified, Who::Clock), (Cancel, SHOPPER), (Collect, STAFF), (Scan, STAFF)],
    };
    moves[choice % moves.len()]
}

/// Events without end; the same ones for the same seed.
pub struct Days {
    runner: TestRunner,
    event: SBoxedStrategy<Event>,
}

impl Days {
    /// Begins anew.
    pub fn new(seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
        Self { runner, event: event().sboxed() }
    }
}

impl Iterator for Days {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        self.event.new_tree(&mut self.runner).ok().map(|tree| tree.current())
    }
}
