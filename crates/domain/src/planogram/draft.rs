//! A planogram in the making: what stands in it, and which version of each floor and piece of furniture that is.

use super::Planogram;
use super::edit::{Edit, Refusal, Target};
use std::collections::BTreeMap;

/// A planogram with a version for each floor's plan and each piece of furniture. What nobody has edited has version 0; what was taken
/// away goes on being counted, so that whoever still holds it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    planogram: Planogram,
    versions: BTreeMap<Target, u32>,
}

/// An edit, and the version of its target that its author saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What is to be.
    pub edit: Edit,
    /// What it was made on.
    pub version: u32,
}

/// Edits that were refused, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which was the first that cannot be, from 0.
    pub at: usize,
    /// Why.
    pub why: Refusal,
}

impl Draft {
    /// Begins with what stands there, in the order that edits keep.
    pub fn of(mut planogram: Planogram) -> Self {
        planogram.sort();
        Self { planogram, versions: BTreeMap::new() }
    }

    /// As it is now.
    pub fn planogram(&self) -> &Planogram {
        &self.planogram
    }

    /// How often a target was edited.
    pub fn version(&self, target: Target) -> u32 {
        self.versions.get(&target).copied().unwrap_or(0)
    }

    /// Carries out all edits or none, and gives those that take them back, in the order in which that is done.
    ///
    /// # Errors
    /// The first that cannot be; nothing has changed then.
    pub fn edit(&mut self, edits: Vec<Seen>) -> Result<Vec<Edit>, Refused> {
        let mut back: Vec<Edit> = Vec::with_capacity(edits.len());
        for (at, Seen { edit, version }) in edits.into_iter().enumerate() {
            let (target, present) = (edit.target(), self.version(edit.target()));
            let done = if version == present { self.planogram.apply(edit) } else { Err(Refusal::Stale(present)) };
            match done {
                Ok(inverse) => {
                    self.versions.insert(target, present + 1);
                    back.push(inverse);
                }
                Err(why) => {
                    self.take_back(back);
                    return Err(Refused { at, why });
                }
            }
        }
        back.reverse();
        Ok(back)
    }

    /// Undoes what a batch has done before it failed.
    fn take_back(&mut self, done: Vec<Edit>) {
        for inverse in done.into_iter().rev() {
            let target = inverse.target();
            // It takes back what has just been done, so it can be.
            let _ = self.planogram.apply(inverse);
            match self.version(target) {
                0 | 1 => self.versions.remove(&target),
                version => self.versions.insert(target, version - 1),
            };
        }
    }

    /// Edits as somebody makes them who sees this draft: each with its version, a later one of the same target with the next.
    pub fn seen(&self, edits: Vec<Edit>) -> Vec<Seen> {
        let mut next: BTreeMap<Target, u32> = BTreeMap::new();
        let seen = |edit: Edit| {
            let version = next.entry(edit.target()).or_insert_with_key(|target| self.version(*target));
            *version += 1;
            Seen { version: *version - 1, edit }
        };
        edits.into_iter().map(seen).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planogram::random::Dice;

    fn bytes(draft: &Draft) -> String {
        serde_json::to_string(draft.planogram()).expect("JSON")
    }

    fn empty() -> Draft {
        Draft::of(Planogram { revision: 1, floors: Vec::new() })
    }

    #[test]
    fn ten_thousand_random_edits_are_taken_back_to_the_byte_and_done_again() {
        let (mut draft, mut dice, mut steps, mut refused) = (empty(), Dice::new(1, 1), Vec::new(), 0);
        let begin = bytes(&draft);
        while steps.len() < 10_000 {
            let edits = draft.seen(dice.step(draft.planogram()));
            // Each one would take longer than all the rest.
            let before = (refused % 8 == 0).then(|| draft.clone());
            match draft.edit(edits.clone()) {
                Ok(back) => steps.push((edits, back)),
                Err(_) => {
                    refused += 1;
                    assert!(before.is_none_or(|before| before == draft), "a refused batch changes nothing");
                }
            }
        }
        assert!(refused > 500, "{refused}");
        let end = bytes(&draft);
        for (_, back) in steps.iter().rev() {
            let back = draft.seen(back.clone());
            draft.edit(back).expect("what was done can be taken back");
        }
        assert_eq!(bytes(&draft), begin);
        for (edits, _) in steps {
            let again = draft.seen(edits.into_iter().map(|seen| seen.edit).collect());
            draft.edit(again).expect("what was taken back can be done again");
        }
        assert_eq!(bytes(&draft), end);
    }

    #[test]
    fn an_edit_and_its_inverse_leave_every_byte_at_any_moment() {
        let (mut draft, mut dice) = (empty(), Dice::new(2, 1));
        for _ in 0..300 {
            let before = bytes(&draft);
            let step = dice.step(draft.planogram());
            let Ok(back) = draft.edit(draft.seen(step.clone())) else { continue };
            draft.edit(draft.seen(back)).expect("undo");
            assert_eq!(bytes(&draft), before);
            draft.edit(draft.seen(step)).expect("redo");
        }
    }

    #[test]
    fn an_edit_of_what_somebody_else_has_changed_is_refused_with_its_version() {
        let (mut draft, mut dice) = (empty(), Dice::new(3, 1));
        while draft.planogram().floors.iter().map(|floor| floor.fixtures.len()).sum::<usize>() < 3 {
            let step = dice.step(draft.planogram());
            let _ = draft.edit(draft.seen(step));
        }
        let floor = draft.planogram().floors.iter().find(|floor| !floor.fixtures.is_empty()).expect("a floor with furniture");
        let target = Target::Fixture(floor.fixtures[0].id);
        let gone = draft.seen(vec![Edit::RemoveFixture(floor.fixtures[0].id)]);
        let version = draft.version(target);
        draft.edit(gone.clone()).expect("it goes");
        assert_eq!(draft.edit(gone), Err(Refused { at: 0, why: Refusal::Stale(version + 1) }));
    }
}
