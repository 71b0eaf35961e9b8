//! One of several who act at once: a stream of events, each turned into what a client would ask.

use super::shop::{Promise, Shop};
use crate::bench::{person, staff};
use api::Code;
use api::reservation::Wish;
use domain::Span;
use domain::ids::{ReservationId, VariantId};
use domain::reservation::random::{Answer, Days, Deed, Dice, Event, Who, sensible};
use domain::reservation::{Actor, Because, State};
use domain::stock::{Bucket, Reason, Transfer};
use server::command::Key;
use server::count::report::report;
use server::count::settle::{Count, settle};
use server::failure::Failure;
use server::pickup::put_back::carry_back;
use server::reservation::act::{Act, Order, Proof, carry_out, tick};
use server::reservation::hold::hold_units;
use server::reservation::sweep;
use server::store::reservation::Kept;
use server::store::{self, Ask as _, StoreError};
use server::trouble::Trouble;
use server::work::Work;
use std::sync::Arc;
use uuid::Uuid;

/// How many of the latest reservations somebody sensible is busy with.
const BUSY: usize = 12;
/// Commands whose replies may still be asked for again.
const SENT: usize = 12;

/// One who acts.
pub struct Task {
    shop: Arc<Shop>,
    days: Days,
    played: usize,
    sent: Vec<Sent>,
}

/// A command as it was sent, and its answer.
struct Sent {
    key: Uuid,
    what: What,
    answer: Result<Uuid, Code>,
}

/// Why a run cannot go on.
pub struct Broken(String);

type Outcome<T = ()> = Result<T, Broken>;

impl From<Failure> for Broken {
    fn from(failure: Failure) -> Self {
        Self(format!("{failure:?}"))
    }
}

impl From<StoreError> for Broken {
    fn from(error: StoreError) -> Self {
        Self(format!("{error:?}"))
    }
}

impl From<Trouble> for Broken {
    fn from(trouble: Trouble) -> Self {
        Failure::from(trouble).into()
    }
}

#[derive(Clone)]
enum What {
    Hold { wishes: Vec<Wish>, accept_partial: bool },
    Act { id: ReservationId, actor: Actor, version: Option<u32>, act: Act },
}

impl Task {
    pub fn new(shop: Arc<Shop>, seed: u64, number: usize) -> Self {
        let own = u64::try_from(number).expect("few tasks");
        Self { shop, days: Days::new(seed.wrapping_add(own << 32)), played: number, sent: Vec::new() }
    }

    /// Plays the next events of this one's days.
    pub async fn play(mut self, events: usize) -> Result<Self, String> {
        // A key is kept for seven days, and the clock may move that far from batch to batch.
        self.sent.clear();
        for event in self.days.by_ref().take(events).collect::<Vec<_>>() {
            self.played += 1;
            let said = format!("{event:?}");
            self.happen(event).await.map_err(|Broken(why)| format!("{said}: {why}"))?;
        }
        Ok(self)
    }

    async fn happen(&mut self, event: Event) -> Outcome {
        match event {
            Event::Hold { wishes, accept_partial } => {
                let wish = |(variant, quantity): (usize, u32)| Wish { variant: self.shop.nth(variant), quantity };
                self.send(What::Hold { wishes: wishes.into_iter().map(wish).collect(), accept_partial }, None).await
            }
            Event::Sensible { which, choice, dice } => {
                let Some(id) = self.shop.recent(which, BUSY) else { return Ok(()) };
                let kept = self.shop.bench.kept(id).await;
                let (deed, who) = sensible(kept.machine.state, choice);
                let dice = aimed(&self.shop, &kept, dice);
                self.act(&kept, deed, who, dice).await
            }
            Event::Wild { which, deed, who, dice } => {
                let Some(id) = self.shop.recent(which, usize::MAX) else { return Ok(()) };
                let kept = self.shop.bench.kept(id).await;
                self.act(&kept, deed, who, dice).await
            }
            Event::Again => self.again().await,
            Event::Wait { minutes } => {
                self.shop.bench.app.clock().move_on(Span::minutes(minutes));
                Ok(())
            }
            Event::NextTimer => self.next_timer().await,
            Event::CarryBack => self.carry_back().await,
            Event::Deliver { variant, quantity } => self.deliver(self.shop.nth(variant), quantity).await,
            Event::Count { variant, off } => self.count(self.shop.nth(variant), off).await,
        }
    }

    /// What somebody who saw this would send: mostly with the version they saw, at times with an older one or with none.
    async fn act(&mut self, kept: &Kept, deed: Deed, who: Who, dice: Dice) -> Outcome {
        let (id, state, seen) = (kept.machine.id, kept.machine.state, kept.machine.version);
        let act = self.asked(kept, deed, dice);
        if who == Who::Clock {
            let bench = &self.shop.bench;
            let order = Order { app: &bench.app, live: &bench.live, id, actor: Actor::Clock, version: None };
            let told = tick(&order, &act).await;
            let after = bench.kept(id).await.machine;
            let answer = match &told {
                Ok(()) if after.version == seen => Answer::Nothing,
                Ok(()) => Answer::Done,
                Err(failure) => explained(failure).map(|()| Answer::Refused)?,
            };
            self.shop.count(|coverage| coverage.count(state, deed, answer));
            self.shop.count(|coverage| coverage.enter(after.state));
            return Ok(());
        }
        let actor = if who == Who::Staff { staff() } else { Actor::Shopper };
        let version = match self.played % 12 {
            0 => None,
            1 => Some(seen.saturating_sub(1)),
            _ => Some(seen),
        };
        self.send(What::Act { id, actor, version, act }, Some((deed, state))).await
    }

    async fn send(&mut self, what: What, about: Option<(Deed, State)>) -> Outcome {
        let key = Uuid::now_v7();
        let answer = self.ask(key, &what).await?;
        match (&what, about) {
            (What::Act { id, version, .. }, Some((deed, state))) => {
                let after = self.shop.bench.kept(*id).await.machine;
                let changed = answer.is_ok() && version.is_none_or(|version| after.version > version);
                let told = if changed {
                    Answer::Done
                } else if answer.is_ok() {
                    Answer::Nothing
                } else {
                    Answer::Refused
                };
                self.shop.count(|coverage| coverage.count(state, deed, told));
                self.shop.count(|coverage| coverage.enter(after.state));
                // These may find nothing to do, and another command may make the version after: no promise then.
                let sure = !matches!(deed, Deed::Notified | Deed::Short | Deed::TakeInHand | Deed::Extend | Deed::Activity);
                if let (Ok(_), Some(version), true) = (answer, *version, sure) {
                    self.shop.promised(Promise { id: *id, version, deed });
                }
            }
            _ => {
                self.shop.count(|coverage| coverage.hold(answer.is_ok()));
                if let Ok(id) = answer {
                    self.shop.remember(ReservationId::new(id));
                }
            }
        }
        self.sent.push(Sent { key, what, answer });
        if self.sent.len() > SENT {
            self.sent.remove(0);
        }
        Ok(())
    }

    /// A reply was lost. The same key gets the same answer, however long ago; with anything else it is refused.
    async fn again(&mut self) -> Outcome {
        let Some(at) = self.played.checked_rem(self.sent.len()) else { return Ok(()) };
        let (key, what, answer) = (self.sent[at].key, self.sent[at].what.clone(), self.sent[at].answer);
        let second = self.ask(key, &what).await?;
        if second != answer {
            return Err(Broken(format!("the first answer was {answer:?}, the second {second:?}")));
        }
        if let What::Hold { wishes, accept_partial } = what {
            let other = What::Hold { wishes, accept_partial: !accept_partial };
            if self.ask(key, &other).await? != Err(Code::KeyReused) {
                return Err(Broken("a key was taken for another request".into()));
            }
        }
        self.shop.repeat();
        Ok(())
    }

    /// Sends it; a refusal is an answer, what nobody can explain is not.
    async fn ask(&self, key: Uuid, what: &What) -> Outcome<Result<Uuid, Code>> {
        let bench = &self.shop.bench;
        let answer = match what {
            What::Hold { wishes, accept_partial } => {
                let key = Key::new("soak", key, &(wishes, accept_partial));
                hold_units(&bench.app, &bench.live, &key, wishes, *accept_partial).await.map(|id| id.uuid())
            }
            What::Act { id, actor, version, act } => {
                let key = Key::new("soak", key, &format!("{id} {version:?} {act:?}"));
                let order = Order { app: &bench.app, live: &bench.live, id: *id, actor: *actor, version: *version };
                carry_out(&order, &key, act).await.map(|()| id.uuid())
            }
        };
        match answer {
            Ok(id) => Ok(Ok(id)),
            Err(failure) => explained(&failure).map(|()| Err(failure.code)),
        }
    }

    async fn next_timer(&self) -> Outcome {
        let app = &self.shop.bench.app;
        let row = app.store().read().await?.fetch_one("SELECT MIN(due_at) FROM reservation", &[]).await?;
        let due = row.map(|row| row.instant_or_null(0)).transpose()?.flatten();
        if let Some(wait) = due.map(|due| due.since(app.now())).filter(|wait| *wait > Span::millis(0)) {
            app.clock().move_on(wait);
        }
        Ok(sweep::once(app).await?)
    }

    async fn carry_back(&self) -> Outcome {
        let bench = &self.shop.bench;
        let tasks = store::putback::open(&mut bench.app.store().read().await?, bench.store_id()).await?;
        for task in tasks {
            let key = Key::new("soak", Uuid::now_v7(), &task.id);
            let back = carry_back(&bench.app, &bench.live, &key, task.id, None, person()).await;
            // Another may have been there, or taken the unit for an order.
            back.or_else(|failure| if failure.code == Code::WrongState { Ok(()) } else { Err(failure) })?;
        }
        Ok(())
    }

    async fn deliver(&self, variant: VariantId, quantity: u32) -> Outcome {
        let bench = &self.shop.bench;
        let mut work = Work::begin(&bench.app, &bench.live).await?;
        work.lock_stock([variant]).await?;
        let transfer = Transfer { from: Bucket::Supplier, to: Bucket::Floor, quantity, reason: Reason::Delivery };
        work.transfer(variant, transfer, "soak", "soak").await?;
        Ok(work.finish().await?)
    }

    async fn count(&self, variant: VariantId, off: i32) -> Outcome {
        let bench = &self.shop.bench;
        report(&bench.app, &bench.live, &Key::new("soak", Uuid::now_v7(), &variant), variant, None).await?;
        let mut reader = bench.app.store().read().await?;
        let Some(task) = store::count::latest(&mut reader, bench.store_id(), variant).await?.filter(|task| task.counted.is_none()) else {
            return Ok(());
        };
        drop(reader);
        let expected = bench.stock(variant).await.floor;
        let count = Count { id: task.id, found: expected.saturating_add_signed(off), expected, by: person() };
        let counted = settle(&bench.app, &bench.live, &Key::new("soak", Uuid::now_v7(), &task.id), count).await;
        counted.or_else(|failure| explained(&failure))
    }

    fn near(&self, dice: Dice) -> Vec<VariantId> {
        (1..5).map(|n| self.shop.nth(dice.variant + n)).collect()
    }

    fn asked(&self, kept: &Kept, deed: Deed, dice: Dice) -> Act {
        let (variant, other) = (self.shop.nth(dice.variant), self.shop.nth(dice.variant + 1 + dice.quantity as usize));
        match deed {
            Deed::Activity => Act::Activity,
            Deed::Confirm => Act::Confirm { nickname: "도토리".into(), contact: dice.yes.then(|| "a@b.kr".into()), language: None },
            Deed::Cancel => Act::Cancel,
            Deed::Accept => Act::Accept(person()),
            Deed::Unaccept => Act::Unaccept,
            Deed::Scan => Act::Scan(variant),
            Deed::Unpick => Act::Unpick(variant),
            Deed::Short => Act::Short { variant, quantity: dice.quantity, because: Because::NotFound, substitutes: self.near(dice) },
            Deed::TakeInHand => Act::TakeInHand { variant, quantity: dice.quantity, substitutes: self.near(dice) },
            Deed::Decide => Act::Decide { variant, substitute: dice.yes.then_some(other) },
            Deed::Ready => Act::Ready { bin: "7".into() },
            Deed::Notified => Act::Notified,
            Deed::Collect => {
                let code = self.shop.bench.app.secret().code(kept.machine.id, kept.code_epoch).as_str().to_owned();
                let proof = if dice.minutes % 10 == 0 { Proof::Code("7K2M9QXA".into()) } else { Proof::Code(code) };
                Act::Collect { proof, refused: vec![(variant, dice.quantity)] }
            }
            Deed::Extend => Act::Extend,
            Deed::Reject => Act::Reject { reason: "flood".into() },
            Deed::Clock => Act::Clock,
        }
    }
}

/// At a line that the command can be about.
fn aimed(shop: &Shop, kept: &Kept, dice: Dice) -> Dice {
    let line = kept.machine.lines.iter().find(|line| match kept.machine.state {
        State::NeedsDecision => line.missing.is_some(),
        State::Ready => line.picked > 0,
        _ => line.unpicked() > 0,
    });
    let variant = line.and_then(|line| shop.variants.iter().position(|variant| *variant == line.variant));
    Dice { variant: variant.unwrap_or(dice.variant), ..dice }
}

/// Whether a client is told what is wrong.
fn explained(failure: &Failure) -> Outcome {
    match failure.code {
        Code::Internal | Code::Unavailable | Code::InProgress => Err(Broken(format!("{failure:?}"))),
        _ => Ok(()),
    }
}
