//! Steps that were done and can be taken back, and those that were taken back and can be done again.

use super::edit::{Edit, Target};
use std::collections::{BTreeSet, VecDeque};

/// As many steps are remembered.
const DEEP: usize = 10_000;

/// Each step is kept as the edits that reverse it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: VecDeque<Vec<Edit>>,
    undone: Vec<Vec<Edit>>,
}

impl History {
    /// Something new was done; `back` takes it back. What was undone before cannot be done again.
    pub fn did(&mut self, back: Vec<Edit>) {
        self.undone.clear();
        self.remember(back);
    }

    /// What to do to take the last step back; it stays until [`History::undid`].
    pub fn undone(&self) -> Option<Vec<Edit>> {
        self.done.back().cloned()
    }

    /// The last step was taken back; `again` does it again.
    pub fn undid(&mut self, again: Vec<Edit>) {
        self.done.pop_back();
        self.undone.push(again);
    }

    /// What to do to do again what was taken back last; it stays until [`History::redid`].
    pub fn redone(&self) -> Option<Vec<Edit>> {
        self.undone.last().cloned()
    }

    /// It was done again; `back` takes it back.
    pub fn redid(&mut self, back: Vec<Edit>) {
        self.undone.pop();
        self.remember(back);
    }

    /// Somebody else has changed these: a step that would put back what stood there before them is forgotten, and so is every one behind
    /// it that it covers.
    pub fn forget(&mut self, targets: &BTreeSet<Target>) {
        self.done = without(std::mem::take(&mut self.done).into(), targets).into();
        self.undone = without(std::mem::take(&mut self.undone), targets);
    }

    fn remember(&mut self, back: Vec<Edit>) {
        if self.done.len() == DEEP {
            self.done.pop_front();
        }
        self.done.push_back(back);
    }
}

/// Steps, the next one last, without those that touch the targets, or something that a later one without touches.
fn without(steps: Vec<Vec<Edit>>, targets: &BTreeSet<Target>) -> Vec<Vec<Edit>> {
    let mut gone = targets.clone();
    let stays = |step: &Vec<Edit>| {
        let own: Vec<Target> = step.iter().map(Edit::target).collect();
        let stays = own.iter().all(|target| !gone.contains(target));
        gone.extend(own.into_iter().filter(|_| !stays));
        stays
    };
    let mut left: Vec<_> = steps.into_iter().rev().filter(stays).collect();
    left.reverse();
    left
}
