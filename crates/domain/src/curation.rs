//! Why a product is in a collection: rules over facts, hand-made choices above them, and what to say of each member. domain.md §5.
//!
//! A rule is a value: the studio previews with it, the server decides with it. Membership is always explained by [`Evidence`], whose
//! figures are the facts'. Words are not here: both sides render them from `locales/`.

mod condition;
mod evaluate;
mod evidence;
mod facts;
mod fallen;
mod ratings;
mod rule;
mod template;
mod weigh;

pub use condition::{Condition, Trait, Within};
pub use evaluate::{Choices, Member, Standing, evaluate};
pub use evidence::Evidence;
pub use facts::{Facts, Measure, Tally};
pub use fallen::{Fallen, Missed, fallen};
pub use ratings::{NotStars, Ratings, rank};
pub use rule::{Combine, NotARule, Rule};
pub use template::Template;
pub use weigh::{holds, present};

#[cfg(test)]
mod laws;
#[cfg(test)]
mod samples;
