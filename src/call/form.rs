//! What for, where, and anything else.

use super::calling::Calling;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::load::Loading;
use crate::message;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::chip::Chip;
use crate::ui::field::Field;
use crate::ui::notice::{Notice, Tone};
use crate::ui::wish;
use api::catalog::Product;
use api::planogram::SlotPlace;
use domain::Gtin;
use domain::call::{CallWish, LONGEST_WORDS};
use domain::crockford::SlotCode;

#[component]
pub(super) fn Form(
    calling: Calling,
    gtin: Memo<Option<Gtin>>,
    slot: Memo<Option<SlotCode>>,
    product: Loading<Product>,
    /// What stands under the label where it names no product.
    spot: Loading<SlotPlace>,
) -> Markup {
    let i18n = use_i18n();
    let lead = move || {
        let sign = product.value().get().and_then(|product| {
            let places = product.variants.iter().flat_map(|variant| &variant.locations);
            places.into_iter().find(|at| Some(at.slot) == slot.get()).map(|at| at.sign())
        });
        let named = || {
            let place = spot.value().get()?.place.clone()?;
            Some(place.fixture_name.get(language_of(i18n.get_locale())).to_owned())
        };
        match sign.or_else(named) {
            Some(place) => t_string!(i18n, call.lead_place, place = place),
            None => t_string!(i18n, call.lead).to_owned(),
        }
    };
    let about = move || {
        product
            .value()
            .get()
            .map(|product| t_string!(i18n, call.about, title = product.name.get(language_of(i18n.get_locale())).to_owned()))
    };
    let chip = move |one: CallWish| {
        let on = Signal::derive(move || calling.wish.get() == one);
        view! { <Chip on on_press=move |_| calling.wish.set(one)>{move || wish::words(i18n, one)}</Chip> }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        calling.make(gtin.get_untracked(), slot.get_untracked());
    };
    let trouble = move || calling.refusal.get().map(|refusal| view! { <Notice tone=Tone::Warn>{message::act(i18n, &refusal)}</Notice> });
    let waits = move || calling.waits.get().then(|| view! { <Notice>{t!(call.waiting_line)}</Notice> });
    let hint = Signal::derive(move || Some(t_string!(i18n, call.more_hint).to_owned()));
    view! {
        <form class="call-page__form" on:submit=submit>
            <p>{lead} " " {about}</p>
            <fieldset class="call-page__wishes">
                <legend>{t!(call.wish_label)}</legend>
                {CallWish::ALL.map(chip).into_iter().collect_view()}
            </fieldset>
            <Field id="call-words" label=t!(call.more) value=calling.words hint at_most=LONGEST_WORDS as u16/>
            {trouble}
            <div role="status">{waits}</div>
            <div class="bar"><Button variant=Variant::Primary submit=true busy=calling.busy>{t!(call.send)}</Button></div>
        </form>
    }
}
