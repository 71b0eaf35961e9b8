//! A value on its way from the server, and the one view of waiting, slow, failed, ready and stale.
//!
//! What cannot be reached is asked for again by itself, with pauses, while the screen stays. A value that is here stays here:
//! a reload replaces it without a flash, a failed one leaves it marked as stale.

mod part;

use crate::browser::address::use_address;
use crate::browser::{clock, document};
use crate::client::{Prepared, Refusal, Sending, decode, prepare};
use crate::i18n::{t, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::route::Route;
use crate::signal::Shared;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::heading::{Heading, has_heading};
use crate::ui::notice::Pill;
use api::{Code, Endpoint};
use leptos::task::spawn_local_scoped_with_cancellation;
pub use part::{Bringing, Missing, Part, use_part};
use std::time::Duration;

/// After this long a visitor wants a word; before it a flash of words is noise.
pub const SLOW: Duration = Duration::from_millis(500);
/// The longest pause between two tries.
const PAUSE: Duration = Duration::from_secs(15);

/// Where a value is.
pub enum Load<T> {
    /// Asked for just now.
    Waiting,
    /// Asked for a while ago.
    Slow,
    /// Here.
    Ready(Shared<T>),
    /// Here from before; the shop cannot be reached, or takes its time with the next.
    Stale(Shared<T>),
    /// Not here, and why.
    Failed(Refusal),
}

/// A load's handle: reads it, asks again, or replaces the value.
pub struct Loading<T: 'static> {
    phase: RwSignal<Phase>,
    value: RwSignal<Option<Shared<T>>>,
    again: Trigger,
}

/// `Load` without its value.
#[derive(Clone, Debug, PartialEq)]
enum Phase {
    Waiting,
    Slow,
    Ready,
    Stale,
    Failed(Refusal),
}

impl<T: 'static> Clone for Loading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Loading<T> {}

impl<T: Clone + 'static> Loading<T> {
    /// Where it is.
    pub fn get(self) -> Load<T> {
        match (self.phase.get(), self.value.get()) {
            (Phase::Ready, Some(value)) => Load::Ready(value),
            (Phase::Stale, Some(value)) => Load::Stale(value),
            (Phase::Failed(refusal), _) => Load::Failed(refusal),
            (Phase::Slow, _) => Load::Slow,
            _ => Load::Waiting,
        }
    }

    /// The value, fresh or stale, once it is here.
    pub fn value(self) -> Signal<Option<Shared<T>>> {
        Signal::derive(move || self.is_here().then(|| self.value.get()).flatten())
    }

    /// Asks again; what is here stays until the answer comes.
    pub fn reload(self) {
        self.again.notify();
    }

    /// Puts in what a command answered.
    pub fn set(self, value: T) {
        self.value.set(Some(Shared::new(value)));
        self.phase.set(Phase::Ready);
    }

    /// Changes what is here, after a live event.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(mut value) = self.value.with_untracked(|value| value.as_deref().cloned()) {
            change(&mut value);
            self.value.set(Some(Shared::new(value)));
        }
    }

    fn is_here(self) -> bool {
        matches!(self.phase.get(), Phase::Ready | Phase::Stale)
    }
}

/// Asks whenever what `ask` reads changes; the request is given up when the screen leaves.
pub fn use_load<E>(ask: impl Fn() -> E + Send + Sync + 'static) -> Loading<E::Reply>
where
    E: Endpoint + 'static,
    E::Reply: Clone + Send + Sync + 'static,
{
    use_load_with(move || Some((ask(), Sending::default())))
}

/// The same with headers, and with nothing to ask for yet: `None` waits.
pub fn use_load_with<E>(ask: impl Fn() -> Option<(E, Sending)> + Send + Sync + 'static) -> Loading<E::Reply>
where
    E: Endpoint + 'static,
    E::Reply: Clone + Send + Sync + 'static,
{
    let loading = Loading { phase: RwSignal::new(Phase::Waiting), value: RwSignal::new(None), again: Trigger::new() };
    let keep = move |text: String| match decode(&text) {
        Ok(value) => {
            // A page that left in between has taken its signals along.
            loading.value.try_set(Some(Shared::new(value)));
            Ok(())
        }
        Err(refusal) => Err(refusal),
    };
    let request = Memo::new_with_compare(
        move |_| {
            loading.again.track();
            ask().map(|(ask, how)| prepare(ask, how))
        },
        |_, _| true,
    );
    follow(request, loading.phase, StoredValue::new(Box::new(keep)));
    document::on_return(move || {
        // A refusal that stays is left alone: what stands in its place may hold typed text.
        let again = match loading.phase.try_get_untracked() {
            Some(Phase::Failed(refusal)) => may_come_back(&refusal),
            Some(Phase::Slow | Phase::Stale) => true,
            Some(Phase::Ready | Phase::Waiting) | None => false,
        };
        if again {
            loading.reload();
        }
    });
    loading
}

type Request = Option<Result<Prepared, Refusal>>;
type Keep = Box<dyn Fn(String) -> Result<(), Refusal>>;

/// The part that is the same for every reply.
fn follow(request: Memo<Request>, phase: RwSignal<Phase>, keep: StoredValue<Keep>) {
    Effect::new(move |before: Option<Option<Prepared>>| {
        let prepared = match request.get() {
            Some(Ok(prepared)) => prepared,
            Some(Err(refusal)) => {
                phase.set(Phase::Failed(refusal));
                return None;
            }
            None => {
                phase.set(Phase::Waiting);
                return None;
            }
        };
        let is_here = matches!(phase.get_untracked(), Phase::Ready | Phase::Stale);
        let stays = is_here && before.flatten().is_some_and(|before| before.same_thing(&prepared));
        if !stays {
            phase.set(Phase::Waiting);
        }
        let next = prepared.clone();
        spawn_local_scoped_with_cancellation(async move { bring(&next, phase, keep).await });
        Some(prepared)
    });
}

/// Asks until there is an answer.
async fn bring(request: &Prepared, phase: RwSignal<Phase>, keep: StoredValue<Keep>) {
    use futures::future::{Either, select};
    let mut tries = 0;
    loop {
        let exchange = Box::pin(request.exchange());
        let slow = Box::pin(clock::sleep(SLOW));
        let answer = match select(exchange, slow).await {
            Either::Left((answer, _)) => answer,
            Either::Right(((), exchange)) => {
                phase.try_update(|phase| match phase {
                    Phase::Waiting => *phase = Phase::Slow,
                    Phase::Ready => *phase = Phase::Stale,
                    _ => {}
                });
                exchange.await
            }
        };
        let kept = answer.and_then(|text| keep.try_with_value(|keep| keep(text)).unwrap_or(Ok(())));
        match kept {
            Ok(()) => {
                phase.try_set(Phase::Ready);
                return;
            }
            Err(refusal) => {
                let comes_back = may_come_back(&refusal);
                phase.try_update(|phase| match phase {
                    Phase::Ready | Phase::Stale if comes_back => *phase = Phase::Stale,
                    _ => *phase = Phase::Failed(refusal),
                });
                if !comes_back {
                    return;
                }
            }
        }
        clock::sleep(clock::back_off(tries, PAUSE)).await;
        tries += 1;
    }
}

/// Another try may go better without anybody doing anything.
fn may_come_back(refusal: &Refusal) -> bool {
    match refusal {
        Refusal::Offline => true,
        Refusal::Problem(problem) => matches!(problem.code, Code::Unavailable | Code::TooOften),
        Refusal::Garbled => false,
    }
}

/// Draws a load. The children get a signal: a reload changes what they show and rebuilds nothing, so typed text, focus and
/// chosen things stay.
#[component]
pub fn Loaded<T, C>(
    /// What is on its way.
    load: Loading<T>,
    /// Stands in the value's place meanwhile, as high as the value will be.
    #[prop(optional, into)]
    skeleton: Draw,
    /// Draws a refusal another way where this answers something.
    #[prop(optional, into)]
    refused: Option<Callback<Refusal, Option<Markup>>>,
    /// Draws the value once it is here.
    children: C,
) -> Markup
where
    T: Clone + 'static,
    C: Fn(Signal<T>) -> Markup + 'static,
{
    let value = Signal::shared(move || load.value.get().expect("children stand only while the value is here"));
    phases(load.phase, load.again, skeleton, refused, Draw::from(move || children(value)))
}

/// The part that is the same for every value.
fn phases(
    phase: RwSignal<Phase>,
    again: Trigger,
    skeleton: Draw,
    refused: Option<Callback<Refusal, Option<Markup>>>,
    value: Draw,
) -> Markup {
    let shown = Memo::new(move |_| match phase.get() {
        Phase::Ready | Phase::Stale => Shown::Value,
        Phase::Failed(refusal) => Shown::Refusal(refusal),
        Phase::Waiting | Phase::Slow => Shown::Wait,
    });
    live(move || match shown.get() {
        Shown::Value => view! { <StaleMark phase/> {value.run()} },
        Shown::Wait => view! { <SlowMark phase/> {skeleton.run()} },
        Shown::Refusal(refusal) => match refused.and_then(|draw| draw.run(refusal.clone())) {
            Some(view) => view,
            None => view! { <Refused refusal again=Callback::new(move |()| again.notify())/> },
        },
    })
}

#[derive(Clone, PartialEq)]
enum Shown {
    Wait,
    Value,
    Refusal(Refusal),
}

/// Words for a wait that is longer than a blink.
#[component]
fn SlowMark(phase: RwSignal<Phase>) -> Markup {
    live(move || (phase.get() == Phase::Slow).then(|| view! { <Pill>{t!(common.load.slow)}</Pill> }))
}

/// Over a value that may be old.
#[component]
fn StaleMark(phase: RwSignal<Phase>) -> Markup {
    live(move || (phase.get() == Phase::Stale).then(|| view! { <Pill>{t!(common.load.stale)}</Pill> }))
}

/// A refusal in the value's place, with what to do next.
#[component]
pub fn Refused(
    /// Why.
    refusal: Refusal,
    /// Asks again.
    again: Callback<()>,
) -> Markup {
    let i18n = use_i18n();
    let way = way_on(&refusal);
    let sentence = Signal::derive(move || message::refusal(i18n, &refusal));
    let words = match has_heading() {
        true => view! { <p class="failure__words">{move || sentence.get()}</p> },
        false => view! { <Heading text=sentence/> },
    };
    let act = match way {
        Way::Again => view! { <Button on_press=move |_| again.run(())>{t!(common.load.again)}</Button> },
        Way::Home(home) => view! { <ButtonLink href=home.href()>{t!(common.load.home)}</ButtonLink> },
        Way::Stores => {
            view! { <ButtonLink href=Route::Stores.href()>{t!(common.load.stores)}</ButtonLink> }
        }
    };
    view! { <section class="failure" role="alert">{words}{act}</section> }
}

/// What may help.
enum Way {
    Again,
    Home(Route),
    Stores,
}

/// Asking again for what does not exist helps nobody.
fn way_on(refusal: &Refusal) -> Way {
    let Refusal::Problem(problem) = refusal else { return Way::Again };
    let path = use_address().path().get_untracked();
    let store = Route::of(&path).and_then(|route| route.store().map(str::to_owned));
    match (problem.code, problem.status, store) {
        (Code::NoSuchStore, _, _) => Way::Stores,
        (_, 404, Some(store)) => Way::Home(Route::Home { store }),
        _ => Way::Again,
    }
}
