//! The other product of "often taken together": found by name, in an editable combobox (WAI-ARIA 1.2).

use super::editor::{Editor, use_editor};
use crate::browser::clock::use_settled;
use crate::browser::document;
use crate::client::send;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::load::use_load_with;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::picture::Picture;
use api::catalog::Card;
use api::catalog::get_product::GetProduct;
use api::catalog::search_products::SearchProducts;
use api::curation::Named;
use domain::ids::ProductId;
use leptos::ev::KeyboardEvent;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long the typing rests before the shop is asked.
const PAUSE: Duration = Duration::from_millis(150);
const SHOWN: u32 = 6;

/// Which product, and what is typed until it is one.
#[derive(Clone, Copy)]
pub(super) struct Partner {
    chosen: RwSignal<Option<Named>>,
    typed: RwSignal<String>,
}

impl Partner {
    pub fn new(chosen: Option<Named>) -> Self {
        Self { chosen: RwSignal::new(chosen), typed: RwSignal::new(String::new()) }
    }

    /// The product, or any; `None` while one is typed and not chosen: nobody means "any" by half a name.
    pub fn product(self) -> Option<Option<ProductId>> {
        let is_typing = self.typed.with(|typed| !typed.trim().is_empty());
        let chosen = self.chosen.with(|chosen| chosen.as_ref().map(|one| one.product));
        (chosen.is_some() || !is_typing).then_some(chosen)
    }
}

/// The product that is chosen, or where one is found.
pub(super) fn partner(id: String, partner: Partner) -> Markup {
    live(move || match partner.chosen.get() {
        Some(one) => taken(id.clone(), partner, one),
        None => finder(id.clone(), partner),
    })
}

/// Leads back to the finder, which gets the focus.
fn taken(id: String, partner: Partner, one: Named) -> Markup {
    let (label, input, leave) = (format!("{id}-label"), id.clone(), format!("{id}-leave"));
    let open = move |_: leptos::ev::MouseEvent| {
        partner.typed.set(String::new());
        partner.chosen.set(None);
        let input = input.clone();
        request_animation_frame(move || document::focus(&input));
    };
    view! {
        <div class="field partner" role="group" aria-labelledby=label.clone()>
            <span class="field__label" id=label>{t!(curation.field.with)}</span>
            <span class="partner__taken">
                <b>{say(one.name)}</b>
                <Button id=leave variant=Variant::Quiet on_press=open>{t!(curation.with_any)}</Button>
            </span>
        </div>
    }
}

fn finder(id: String, partner: Partner) -> Markup {
    let (i18n, editor) = (use_i18n(), use_editor());
    let settled = use_settled(partner.typed, PAUSE);
    let load = use_load_with(move || {
        let words = settled.get().trim().to_owned();
        (!words.is_empty()).then(|| (SearchProducts::few(editor.store(), words, SHOWN), Default::default()))
    });
    let found = load.value();
    let cards = Memo::new(move |_| match partner.typed.with(|typed| typed.trim().is_empty()) {
        true => Vec::new(),
        false => found.with(|found| found.as_ref().map(|found| found.items.clone()).unwrap_or_default()),
    });
    let (wanted, at) = (RwSignal::new(false), RwSignal::new(None::<usize>));
    let is_open = Memo::new(move |_| wanted.get() && cards.with(|cards| !cards.is_empty()));
    let leave = format!("{id}-leave");
    let pick = Callback::new(move |card: Card| take(editor, partner, card, leave.clone()));
    let close = move || {
        wanted.set(false);
        at.set(None);
    };
    let option = {
        let id = id.clone();
        move |index: usize| format!("{id}-option-{index}")
    };
    let shown = option.clone();
    let keys = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let count = cards.with_untracked(Vec::len);
        let chosen = at.get_untracked().filter(|_| is_open.get_untracked());
        let next = match (event.key().as_str(), chosen) {
            ("ArrowDown", _) if count > 0 => chosen.map_or(0, |at| (at + 1) % count),
            ("ArrowUp", _) if count > 0 => chosen.map_or(count - 1, |at| (at + count - 1) % count),
            // Never the form's: a rule that is half said is not saved.
            ("Enter", chosen) => {
                event.prevent_default();
                let card = cards.with_untracked(|cards| cards.get(chosen?).cloned());
                return card.into_iter().for_each(|card| pick.run(card));
            }
            ("Escape", _) => {
                event.prevent_default();
                return close();
            }
            _ => return,
        };
        event.prevent_default();
        wanted.set(true);
        at.set(Some(next));
        document::show(&shown(next));
    };
    let (list, note, active) = (format!("{id}-list"), format!("{id}-note"), option.clone());
    let word = |is: bool| if is { "true" } else { "false" };
    let is_nothing = move || found.with(|found| found.as_ref().is_some_and(|found| found.items.is_empty()));
    let hint = move || match partner.typed.with(|typed| typed.trim().is_empty()) {
        true => t_string!(i18n, curation.with_hint),
        false if is_nothing() => t_string!(i18n, curation.pin_none),
        false => t_string!(i18n, curation.with_choose),
    };
    view! {
        <div class="field partner">
            <label class="field__label" for=id.clone()>{t!(curation.field.with)}</label>
            <input
                class="field__input" id=id.clone() type="search" role="combobox" aria-autocomplete="list" aria-controls=list.clone()
                aria-expanded=move || word(is_open.get())
                aria-activedescendant=move || at.get().filter(|_| is_open.get()).map(&active)
                aria-describedby=note.clone() autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="100"
                prop:value=move || partner.typed.get()
                on:input=move |event| {
                    partner.typed.set(event_target_value(&event));
                    at.set(None);
                    wanted.set(true);
                }
                on:keydown=keys on:blur=move |_| close()
            />
            <div class="partner__list" id=list role="listbox" aria-label=t!(curation.field.with) hidden=move || !is_open.get()>
                {move || cards.get().into_iter().enumerate().map(|(index, card)| {
                    let (picked, name) = (card.clone(), card.name.clone());
                    view! {
                        // The box keeps the focus: a press here must not take it.
                        <div
                            class="partner__option" role="option" id=option(index) aria-selected=move || word(at.get() == Some(index))
                            on:mousedown=|event: leptos::ev::MouseEvent| event.prevent_default() on:click=move |_| pick.run(picked.clone())
                        >
                            <span class="partner__picture" aria-hidden="true"><Picture picture=card.picture name=card.name size=96/></span>
                            <span>{say(name)}</span>
                        </div>
                    }
                }).collect_view()}
            </div>
            <p class="field__note" id=note aria-live="polite">{hint}</p>
        </div>
    }
}

/// Searches name products by their code, rules by what they are.
fn take(editor: Editor, partner: Partner, card: Card, focus: String) {
    spawn_local(async move {
        match send(GetProduct { store: editor.store(), gtin: card.gtin }).await {
            Ok(product) => {
                partner.chosen.try_set(Some(Named { product: product.id, name: product.name }));
                request_animation_frame(move || document::focus(&focus));
            }
            Err(refusal) => editor.refuse(refusal),
        }
    });
}
