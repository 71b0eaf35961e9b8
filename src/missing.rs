//! "It is not there": a shopper says so, and reads what came of it. The product's page and the map's shelves place it.

use crate::browser::clock;
use crate::browser::intl::{self, Moment};
use crate::client::{Refusal, send};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::session::use_here;
use crate::ui::button::Button;
use crate::ui::notice::{Notice, Tone};
use api::count::report_missing::ReportMissing;
use api::count::{Check, Witness};
use domain::crockford::SlotCode;
use domain::stock::is_answered;
use domain::{Gtin, Instant, Span};
use leptos::task::spawn_local;
use std::time::Duration;

/// A time of day alone means today.
const TODAY: Span = Span::hours(12);
const TICK: Duration = Duration::from_secs(60);

/// The button, and in its place what is known. A report asks for nothing else and is answered at once.
#[component]
pub fn NotThere(
    /// The store, in links.
    #[prop(into)]
    store: Signal<String>,
    /// What cannot be found.
    #[prop(into)]
    gtin: Signal<Gtin>,
    /// The slot that the shopper stands at, where it is known.
    #[prop(into)]
    slot: Signal<Option<SlotCode>>,
    /// What is known already.
    #[prop(into)]
    check: Signal<Option<Check>>,
) -> Markup {
    let i18n = use_i18n();
    let (told, busy, failed) = (RwSignal::new(None::<(Gtin, Check)>), RwSignal::new(false), RwSignal::new(None::<Refusal>));
    let check = Memo::new(move |_| {
        let own = told.get().filter(|(of, _)| *of == gtin.get()).map(|(_, check)| check);
        latest(check.get(), own)
    });
    let press = move |_: leptos::ev::MouseEvent| {
        let (store, gtin, slot) = (store.get_untracked(), gtin.get_untracked(), slot.get_untracked());
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = send(ReportMissing { store, gtin, slot }).await;
            busy.try_set(false);
            match answer {
                Ok(check) => told.try_set(Some((gtin, check))),
                Err(refusal) => failed.try_set(Some(refusal)),
            };
        });
    };
    let now = clock::use_now(TICK);
    let blocked = Signal::derive(move || {
        let why = match check.get()?.witness {
            None => t_string!(i18n, missing.told),
            Some(witness) if is_answered(witness.at, now.get()) => t_string!(i18n, missing.just_checked),
            Some(_) => return None,
        };
        Some(why.to_owned())
    });
    let trouble = move || failed.get().map(|refusal| view! { <Notice tone=Tone::Warn>{message::act(i18n, &refusal)}</Notice> });
    let outcome = use_outcome(check.into());
    view! {
        <div role="status">{move || outcome.get().map(|words| view! { <Notice>{words}</Notice> })}</div>
        {trouble}
        <Button busy blocked on_press=press>{t!(missing.act)}</Button>
    }
}

/// A whole sentence: that staff looks, or what they found.
fn use_outcome(check: Signal<Option<Check>>) -> Memo<Option<String>> {
    let (i18n, say) = (use_i18n(), use_time());
    Memo::new(move |_| {
        Some(match check.get()?.witness {
            None => t_string!(i18n, missing.looking).to_owned(),
            Some(witness) => {
                let (name, time) = (name(i18n, &witness), say.run(witness.at));
                match witness.found {
                    0 => t_string!(i18n, missing.found_none, name = name, time = time),
                    count => t_string!(i18n, missing.found, name = name, time = time, count = count.to_string()),
                }
            }
        })
    })
}

/// In short, beside a figure: "being checked", or who was there and when.
pub fn use_brief() -> Callback<Check, String> {
    let (i18n, say) = (use_i18n(), use_time());
    Callback::new(move |check: Check| match check.witness {
        None => t_string!(i18n, missing.checking).to_owned(),
        Some(witness) => t_string!(i18n, missing.witness, name = name(i18n, &witness), time = say.run(witness.at)),
    })
}

fn name(i18n: Words, witness: &Witness) -> String {
    witness.name.get(language_of(i18n.get_locale())).to_owned()
}

/// In the store's time; of another day with its date.
fn use_time() -> Callback<Instant, String> {
    let (i18n, zone) = (use_i18n(), use_here().store.value());
    Callback::new(move |at: Instant| {
        let zone = zone.get().map(|store| store.time_zone.clone());
        let what = if clock::now().since(at) < TODAY { Moment::Time } else { Moment::DayAndTime };
        intl::moment(at, what, language_of(i18n.get_locale()), zone.as_deref())
    })
}

/// What the page was told may be older than what this shopper was answered, or newer.
fn latest(known: Option<Check>, own: Option<Check>) -> Option<Check> {
    let age = |check: &Check| (check.asked_at, check.witness.as_ref().map(|witness| witness.at));
    known.into_iter().chain(own).max_by_key(age)
}

#[cfg(test)]
mod tests {
    use super::latest;
    use api::count::{Check, Witness};
    use domain::{Instant, Text};

    #[test]
    fn the_newest_word_is_shown_whoever_brought_it() {
        let at = Instant::from_millis;
        let open = |asked| Check { asked_at: at(asked), witness: None };
        let done = |asked, counted| Check { witness: Some(Witness { name: Text::default(), at: at(counted), found: 1 }), ..open(asked) };
        let table = [
            (None, None, None),
            (None, Some(open(5)), Some(open(5))),
            (Some(open(4)), Some(open(5)), Some(open(5))),
            (Some(done(5, 9)), Some(open(5)), Some(done(5, 9))),
            (Some(done(5, 9)), Some(open(20)), Some(open(20))),
            (Some(done(20, 30)), Some(open(20)), Some(done(20, 30))),
        ];
        for (known, own, shown) in table {
            assert_eq!(latest(known.clone(), own.clone()), shown, "{known:?} {own:?}");
        }
    }
}
