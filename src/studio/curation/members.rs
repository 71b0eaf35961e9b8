//! Who is in the shop now: order, pins, what is kept out.

use super::choosing::What;
use super::editor::{Editor, use_editor};
use crate::browser::document;
use crate::browser::intl::{Moment, moment};
use crate::i18n::{Words, language_of, say, t, t_string, use_i18n, use_language};
use crate::load::{Loaded, use_load_with};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::because;
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::field::{Field, Input};
use crate::ui::icon::{Icon, Shape};
use crate::ui::picture::Picture;
use crate::ui::skeleton::LinesSkeleton;
use api::catalog::{Card, search_products::SearchProducts};
use api::curation::choose_member::ChooseMember;
use api::curation::order_members::OrderMembers;
use api::curation::{Choice, Choose, Curated, Curation};
use domain::Text;
use domain::curation::Standing;
use domain::ids::ProductId;

/// The members with what may be done to each.
#[component]
pub(super) fn Members(curation: Signal<Curation>) -> Markup {
    let editor = use_editor();
    let shop = move || Route::Collection { store: editor.store(), collection: curation.with(|set| set.slug.clone()) }.href();
    let rows = move || {
        let members = curation.with(|set| set.members.clone());
        if members.is_empty() {
            return view! { <p class="quiet">{t!(curation.shown_none)}</p> };
        }
        let last = members.len() - 1;
        let order: Vec<ProductId> = members.iter().map(|one| one.product).collect();
        let row = move |(at, one)| member(editor, &order, at, last, one);
        view! { <ol class="curated">{members.into_iter().enumerate().map(row).collect_view()}</ol> }
    };
    let leave = move |_: leptos::ev::MouseEvent| order_by(editor, Vec::new(), None);
    view! {
        <section class="curation__part" aria-labelledby="shown">
            <h2 id="shown">{t!(curation.shown)}</h2>
            {rows}
            <div class="curation__acts">
                <Button on_press=leave busy=editor.busy>{t!(curation.by_order)}</Button>
                <ButtonLink href=Signal::derive(shop) external=true>{t!(curation.see)}</ButtonLink>
            </div>
        </section>
    }
}

fn member(editor: Editor, order: &[ProductId], at: usize, last: usize, one: Curated) -> Markup {
    let i18n = use_i18n();
    let (product, name, pinned) = (one.product, one.card.name.clone(), one.standing == Standing::Pin);
    let language = use_language();
    let words = move |name: &Text| name.get(language.get()).to_owned();
    let (up_name, down_name) = (name.clone(), name.clone());
    let step = |by: i32| {
        let mut next = order.to_vec();
        let to = (at as i32 + by).clamp(0, last as i32) as usize;
        let moved = next.remove(at);
        next.insert(to, moved);
        next
    };
    let (above, below) = (step(-1), step(1));
    let id = |way: &str| format!("{way}-{product}");
    let (up_id, down_id) = (id("up"), id("down"));
    let (focus_up, focus_down) = (up_id.clone(), down_id.clone());
    let kept_out = name.clone();
    let move_up = move |_| {
        if at > 0 {
            order_by(editor, above.clone(), Some(focus_up.clone()));
        }
    };
    let move_down = move |_| {
        if at < last {
            order_by(editor, below.clone(), Some(focus_down.clone()));
        }
    };
    view! {
        <li class="curated__one" data-standing=standing(one.standing)>
            {member_words(one)}
            <span class="curated__acts">
                <button class="curated__step" type="button" id=up_id aria-label=move || t_string!(i18n, curation.up, name = words(&up_name))
                    aria-disabled=(at == 0).then_some("true") on:click=move_up>
                    <span class="curated__up"><Icon shape=Shape::Back/></span>
                </button>
                <button class="curated__step" type="button" id=down_id aria-label=move || t_string!(i18n, curation.down, name = words(&down_name))
                    aria-disabled=(at == last).then_some("true") on:click=move_down>
                    <span class="curated__down"><Icon shape=Shape::Forward/></span>
                </button>
                {match pinned {
                    true => view! { <Button variant=Variant::Quiet on_press=move |_| leave(editor, product)>{t!(curation.unpin)}</Button> },
                    false => view! { <Button variant=Variant::Quiet on_press=move |_| editor.choosing.open(What::Pin(product), name.clone())>{t!(curation.pin)}</Button> },
                }}
                <Button variant=Variant::Quiet on_press=move |_| editor.choosing.open(What::Out(product), kept_out.clone())>{t!(curation.exclude)}</Button>
            </span>
        </li>
    }
}

/// Picture, name and every reason of a member.
pub(super) fn member_words(one: Curated) -> Markup {
    let i18n = use_i18n();
    let Curated { card: Card { name, picture, .. }, because, choice, standing, .. } = one;
    let reasons = because.into_iter().map(|reason| view! { <li>{move || because::words(i18n, &reason)}</li> }).collect_view();
    view! {
        <span class="curated__picture"><Picture picture name=name.clone() size=96/></span>
        <span class="curated__words">
            <b>{say(name)}</b>
            <ul class="curated__why">{reasons}</ul>
            {choice.filter(|choice| !choice.by.is_empty()).map(|choice| view! { <span class="quiet">{move || said(i18n, &choice, true)}</span> })}
            {(standing == Standing::Waiting).then(|| view! { <span class="curated__waits">{t!(curation.waiting)}</span> })}
        </span>
    }
}

/// What is kept out, with who did it and why.
#[component]
pub(super) fn Excluded(curation: Signal<Curation>) -> Markup {
    let (i18n, editor) = (use_i18n(), use_editor());
    live(move || {
        let excluded = curation.with(|set| set.excluded.clone());
        let row = move |one: api::curation::Excluded| {
            let (product, choice) = (one.product, one.choice);
            view! {
                <li class="curated__one">
                    <span class="curated__words"><b>{say(one.name)}</b><span class="quiet">{move || said(i18n, &choice, false)}</span></span>
                    <Button variant=Variant::Quiet on_press=move |_| leave(editor, product)>{t!(curation.back_in)}</Button>
                </li>
            }
        };
        (!excluded.is_empty()).then(|| {
            view! {
                <section class="curation__part" aria-labelledby="excluded">
                    <h2 id="excluded">{t!(curation.excluded)}</h2>
                    <ul class="curated">{excluded.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    })
}

/// Any product can be pinned, whatever the rule says.
#[component]
pub(super) fn PinSearch() -> Markup {
    let editor = use_editor();
    let sought = RwSignal::new(String::new());
    let ask = move || {
        let q = sought.get().trim().to_owned();
        (!q.is_empty()).then(|| (SearchProducts::few(editor.store(), q, 6), Default::default()))
    };
    let load = use_load_with(ask);
    let is_asked = Memo::new(move |_| sought.with(|sought| !sought.trim().is_empty()));
    let row = move |card: Card| {
        let (gtin, name) = (card.gtin, card.name.clone());
        view! {
            <li class="curated__one">
                <span class="curated__picture"><Picture picture=card.picture name=card.name.clone() size=96/></span>
                <span class="curated__words"><b>{say(card.name)}</b></span>
                <Button variant=Variant::Quiet on_press=move |_| editor.choosing.open(What::PinFound(gtin), name.clone())>{t!(curation.pin)}</Button>
            </li>
        }
    };
    let found = move |items: Vec<Card>| match items.is_empty() {
        true => view! { <p role="status">{t!(curation.pin_none)}</p> },
        false => view! { <ul class="curated">{items.into_iter().map(row).collect_view()}</ul> },
    };
    view! {
        <section class="curation__part" aria-labelledby="pin">
            <h2 id="pin">{t!(curation.pin_title)}</h2>
            <Field id="pin-search" label=t!(curation.pin_search) value=sought input=Input::Search/>
            {move || is_asked.get().then(|| view! {
                <Loaded load skeleton=|| view! { <LinesSkeleton/> } let:page>{move || found(page.with(|page| page.items.clone()))}</Loaded>
            })}
        </section>
    }
}

fn leave(editor: Editor, product: ProductId) {
    let Some(curation) = editor.id else { return };
    editor.act(ChooseMember { store: editor.store(), curation, product, choose: Choose::Leave, reason: Text::default() }, || {});
}

/// The focus stays with what was moved.
fn order_by(editor: Editor, products: Vec<ProductId>, focus: Option<String>) {
    let Some(curation) = editor.id else { return };
    editor.act(OrderMembers { store: editor.store(), curation, products }, move || {
        if let Some(id) = focus {
            request_animation_frame(move || document::focus(&id));
        }
    });
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Pin => "pin",
        Standing::Waiting => "waiting",
        Standing::Rule | Standing::Other => "rule",
    }
}

fn said(i18n: Words, choice: &Choice, is_pin: bool) -> String {
    let language = language_of(i18n.get_locale());
    let (name, reason) = (choice.by.get(language).to_owned(), choice.reason.get(language).to_owned());
    let date = moment(choice.at, Moment::Date, language, None);
    match is_pin {
        true => t_string!(i18n, curation.pinned_by, name = name, date = date, reason = reason),
        false => t_string!(i18n, curation.excluded_by, name = name, date = date, reason = reason),
    }
}
