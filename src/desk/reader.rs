//! The desk's camera. It stays on between scans and reads for the field in the bar, whichever that is by then.

use super::work::use_desk;
use crate::browser::clock::now;
use crate::browser::decoder::Found;
use crate::browser::sound;
use crate::i18n::t;
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use crate::ui::viewfinder::{InView, Viewfinder};

/// Whether it is on, and who takes what it reads.
#[derive(Clone, Copy)]
pub(super) struct Reader {
    pub is_on: RwSignal<bool>,
    takers: StoredValue<Vec<(u32, Callback<String>)>>,
}

impl Reader {
    /// Off, for nobody.
    pub fn new() -> Self {
        Self { is_on: RwSignal::new(false), takers: StoredValue::new(Vec::new()) }
    }

    /// From now on codes go to this one, until its owner leaves.
    pub fn lead_to(self, taker: Callback<String>) {
        let number = self.takers.with_value(|takers| takers.last().map_or(0, |(last, _)| last + 1));
        self.takers.update_value(|takers| takers.push((number, taker)));
        on_cleanup(move || {
            self.takers.try_update_value(|takers| takers.retain(|(other, _)| *other != number));
        });
    }

    fn take(self, text: String) {
        let taker = self.takers.try_with_value(|takers| takers.last().map(|(_, taker)| *taker)).flatten();
        if let Some(taker) = taker {
            taker.run(text);
        }
    }
}

/// What it sees; nothing while it is off.
#[component]
pub(super) fn ReaderView(
    /// A field is there to read for.
    is_wanted: Memo<bool>,
) -> Markup {
    let reader = use_desk().reader;
    let view = StoredValue::new(InView::default());
    let on_found = Callback::new(move |found: Vec<Found>| {
        let Some((_, text)) = view.try_update_value(|view| view.see(found, now())).flatten() else { return };
        sound::hit();
        sound::buzz();
        reader.take(text);
    });
    let is_shown = Memo::new(move |_| is_wanted.get() && reader.is_on.get());
    live(move || is_shown.get().then(|| view! { <Viewfinder plain=true on_found/> }))
}

/// Switches it.
#[component]
pub(super) fn ReaderSwitch() -> Markup {
    let is_on = use_desk().reader.is_on;
    view! {
        <button
            class="scan-field__camera" type="button" aria-pressed=move || if is_on.get() { "true" } else { "false" } aria-label=t!(desk.scan.camera)
            on:click=move |_| is_on.update(|on| *on = !*on)
        >
            <Icon shape=Shape::Scan/>
        </button>
    }
}
