//! One of several who edit the same draft: sees their own edits at once, hears of the others', and loses none.

use super::draft::{Draft, Refused, Seen};
use super::edit::{Edit, Target};
use super::history::History;
use std::collections::{BTreeSet, VecDeque};

/// Edits that belong together, under a number of the editor's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// From 1 up.
    pub number: u64,
    /// With the versions that their author saw.
    pub edits: Vec<Seen>,
}

/// The draft as one editor sees it. Batches are sent one at a time, in their order; the server says of each that it was carried out
/// ([`Editor::confirmed`]) or not ([`Editor::refused`]), and tells what others did ([`Editor::heard`]), all in the order in which it
/// happened there.
#[derive(Clone, Debug)]
pub struct Editor {
    /// What the server has.
    known: Draft,
    /// The same with what is on its way.
    shown: Draft,
    waiting: VecDeque<Batch>,
    /// What could not be, because somebody else was faster: kept until its author has chosen.
    kept: Vec<Batch>,
    history: History,
    last: u64,
}

impl Editor {
    /// Begins with what the server has.
    pub fn of(draft: Draft) -> Self {
        Self { shown: draft.clone(), known: draft, waiting: VecDeque::new(), kept: Vec::new(), history: History::default(), last: 0 }
    }

    /// What is on the screen.
    pub fn shown(&self) -> &Draft {
        &self.shown
    }

    /// The batch to send now; the same until the server has answered.
    pub fn next(&self) -> Option<&Batch> {
        self.waiting.front()
    }

    /// Batches that the server does not have yet.
    pub fn unsaved(&self) -> usize {
        self.waiting.len()
    }

    /// Edits of one's own that somebody else's overtook.
    pub fn kept(&self) -> &[Batch] {
        &self.kept
    }

    /// Whoever wrote them has chosen: what was kept under this number goes.
    pub fn settle(&mut self, number: u64) {
        self.kept.retain(|batch| batch.number != number);
    }

    /// Carries edits out on the screen, as one step to undo, and has them sent.
    ///
    /// # Errors
    /// The first that cannot be; nothing has changed then.
    pub fn edit(&mut self, edits: Vec<Edit>) -> Result<(), Refused> {
        let back = self.send(edits)?;
        self.history.did(back);
        Ok(())
    }

    /// Takes the last step back; false when there is none.
    ///
    /// # Errors
    /// When somebody else's edit stands in the way. The step stays.
    pub fn undo(&mut self) -> Result<bool, Refused> {
        let Some(step) = self.history.undone() else { return Ok(false) };
        let again = self.send(step)?;
        self.history.undid(again);
        Ok(true)
    }

    /// Does the last step again that was taken back; false when there is none.
    ///
    /// # Errors
    /// As [`Editor::undo`].
    pub fn redo(&mut self) -> Result<bool, Refused> {
        let Some(step) = self.history.redone() else { return Ok(false) };
        let back = self.send(step)?;
        self.history.redid(back);
        Ok(true)
    }

    fn send(&mut self, edits: Vec<Edit>) -> Result<Vec<Edit>, Refused> {
        let edits = self.shown.seen(edits);
        let back = self.shown.edit(edits.clone())?;
        self.last += 1;
        self.waiting.push_back(Batch { number: self.last, edits });
        Ok(back)
    }

    /// The server has carried out the batch of this number.
    pub fn confirmed(&mut self, number: u64) {
        if let Some(at) = self.waiting.iter().position(|batch| batch.number == number)
            && let Some(batch) = self.waiting.remove(at)
        {
            // It was carried out there on the very versions, and there is nothing here that was not there.
            let _ = self.known.edit(batch.edits);
        }
    }

    /// The server has not: somebody else was faster.
    pub fn refused(&mut self, number: u64) {
        let Some(at) = self.waiting.iter().position(|batch| batch.number == number) else { return };
        let Some(batch) = self.waiting.remove(at) else { return };
        let targets = targets(&batch.edits);
        self.history.forget(&targets);
        self.kept.push(batch);
        self.keep_what_rests_on(targets);
    }

    /// Somebody else's edits, as the server has carried them out.
    pub fn heard(&mut self, edits: Vec<Seen>) {
        let changed = targets(&edits);
        self.history.forget(&changed);
        let _ = self.known.edit(edits.clone());
        match self.waiting.is_empty() {
            // What shows is what is known, so it can be here, too.
            true => drop(self.shown.edit(edits)),
            false => self.keep_what_rests_on(changed),
        }
    }

    /// What waits was made on versions that are not there any more, or on an edit that was: it is kept, and what the server has shows.
    fn keep_what_rests_on(&mut self, mut targets: BTreeSet<Target>) {
        self.shown = self.known.clone();
        for batch in std::mem::take(&mut self.waiting) {
            let own = self::targets(&batch.edits);
            let rests = !own.is_disjoint(&targets) || self.shown.edit(batch.edits.clone()).is_err();
            match rests {
                true => {
                    self.history.forget(&own);
                    targets.extend(own);
                    self.kept.push(batch);
                }
                false => self.waiting.push_back(batch),
            }
        }
    }
}

fn targets(edits: &[Seen]) -> BTreeSet<Target> {
    edits.iter().map(|seen| seen.edit.target()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planogram::Planogram;
    use crate::planogram::random::Dice;

    /// A message from the server, in the order in which it happened there.
    enum Told {
        Confirmed(u64),
        Refused(u64),
        Heard(Vec<Seen>),
    }

    struct Person {
        editor: Editor,
        dice: Dice,
        post: VecDeque<Told>,
        in_flight: Option<u64>,
        sent: BTreeSet<u64>,
        carried_out: BTreeSet<u64>,
    }

    impl Person {
        fn new(draft: &Draft, seed: u64, number: u64) -> Self {
            let (editor, dice) = (Editor::of(draft.clone()), Dice::new(seed, number));
            Self { editor, dice, post: VecDeque::new(), in_flight: None, sent: BTreeSet::new(), carried_out: BTreeSet::new() }
        }

        fn act(&mut self) {
            // At times what cannot be is tried; the screen stays as it is then.
            let before = self.editor.shown().clone();
            let done = match self.dice.below(10) {
                0 => self.editor.undo().map(drop),
                1 => self.editor.redo().map(drop),
                _ => {
                    let step = self.dice.step(self.editor.shown().planogram());
                    self.editor.edit(step)
                }
            };
            if done.is_err() {
                assert_eq!(*self.editor.shown(), before);
            }
            self.sent.extend(self.editor.waiting.iter().map(|batch| batch.number));
        }

        fn read(&mut self) {
            match self.post.pop_front() {
                Some(Told::Confirmed(number)) => {
                    self.editor.confirmed(number);
                    self.in_flight = None;
                }
                Some(Told::Refused(number)) => {
                    self.editor.refused(number);
                    self.in_flight = None;
                }
                Some(Told::Heard(edits)) => self.editor.heard(edits),
                None => {}
            }
        }
    }

    /// The person's next batch reaches the server, which tells everybody.
    fn send(people: &mut [Person], who: usize, server: &mut Draft) {
        if people[who].in_flight.is_some() {
            return;
        }
        let Some(batch) = people[who].editor.next().cloned() else { return };
        people[who].in_flight = Some(batch.number);
        match server.edit(batch.edits.clone()) {
            Ok(_) => {
                for (at, person) in people.iter_mut().enumerate() {
                    person.post.push_back(if at == who { Told::Confirmed(batch.number) } else { Told::Heard(batch.edits.clone()) });
                }
                people[who].carried_out.insert(batch.number);
            }
            Err(_) => people[who].post.push_back(Told::Refused(batch.number)),
        }
    }

    #[test]
    fn two_editors_end_with_the_same_in_any_order_and_nothing_is_dropped() {
        let mut conflicts = 0;
        for seed in 0..300 {
            let mut server = Draft::of(Planogram { revision: 1, floors: Vec::new() });
            let mut chance = Dice::new(seed, 0);
            for _ in 0..12 {
                let step = chance.step(server.planogram());
                let _ = server.edit(server.seen(step));
            }
            let mut people = [Person::new(&server, seed, 1), Person::new(&server, seed, 2)];
            for _ in 0..400 {
                let who = chance.below(2);
                match chance.below(3) {
                    0 => people[who].act(),
                    1 => send(&mut people, who, &mut server),
                    _ => people[who].read(),
                }
            }
            while people.iter().any(|person| !person.post.is_empty() || person.editor.unsaved() > 0) {
                for who in 0..2 {
                    people[who].read();
                    send(&mut people, who, &mut server);
                }
            }
            for person in &mut people {
                assert_eq!(*person.editor.shown(), server, "seed {seed}: on the screen and at the server");
                let kept: BTreeSet<u64> = person.editor.kept().iter().map(|batch| batch.number).collect();
                let accounted: BTreeSet<u64> = person.carried_out.union(&kept).copied().collect();
                assert!(person.carried_out.is_disjoint(&kept), "seed {seed}: not both carried out and kept");
                assert_eq!(accounted, person.sent, "seed {seed}: every batch is carried out or kept for its author");
                conflicts += kept.len();
                kept.iter().for_each(|number| person.editor.settle(*number));
                assert!(person.editor.kept().is_empty());
            }
        }
        assert!(conflicts > 500, "they hardly met: {conflicts}");
    }

    #[test]
    fn undo_takes_back_ones_own_and_never_what_somebody_else_did_since() {
        let mut server = Draft::of(Planogram { revision: 1, floors: Vec::new() });
        let mut dice = Dice::new(7, 0);
        while server.planogram().floors.iter().flat_map(|floor| &floor.fixtures).count() < 2 {
            let step = dice.step(server.planogram());
            let _ = server.edit(server.seen(step));
        }
        let floor = server.planogram().floors.iter().find(|floor| !floor.fixtures.is_empty()).expect("a floor").clone();
        let fixture = floor.fixtures[0].clone();
        let put = |height: i32| {
            let fixture = crate::planogram::Fixture { height, ..fixture.clone() };
            vec![Edit::PutFixture { floor: floor.id, fixture }]
        };
        let mut mine = Editor::of(server.clone());
        mine.edit(put(1_001)).expect("an edit");
        let batch = mine.next().cloned().expect("a batch");
        server.edit(batch.edits).expect("carried out");
        mine.confirmed(batch.number);
        let theirs = server.seen(put(1_002));
        server.edit(theirs.clone()).expect("carried out");
        mine.heard(theirs);
        assert_eq!(mine.undo(), Ok(false), "what they did since stays");
        assert_eq!(*mine.shown(), server);
    }
}
