//! Who is at work, in the header: their name opens the store switch and the way out.

use crate::client::{Refusal, send};
use crate::i18n::{say, t, t_string, use_i18n, use_language};
use crate::message;
use crate::prelude::*;
use crate::session::{Staff, use_staff};
use crate::ui::button::{Button, Variant};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};
use crate::ui::segmented::{Choice, Segmented};
use api::people::sign_out::SignOut;
use domain::Text;
use leptos::task::spawn_local;

/// The store that is worked in.
#[component]
pub(super) fn StoreAtWork() -> Markup {
    let store = use_staff().store();
    live(move || store.get().map(|store| view! { <span class="frame__at">{say(store.name)}</span> }))
}

/// The person's name; pressed, their store and the sign-out.
#[component]
pub(super) fn Account() -> Markup {
    let (i18n, staff) = (use_i18n(), use_staff());
    let open = RwSignal::new(false);
    let called = move |name: Text| t_string!(i18n, common.person, name = say(name)());
    let title = Signal::derive(move || staff.person().get().map(|person| called(person.name.clone())).unwrap_or_default());
    let button = move || {
        staff.person().get().map(|person| {
            view! {
                <button class="frame__person" type="button" aria-haspopup="dialog" on:click=move |_| open.set(true)>
                    {called(person.name.clone())}
                </button>
            }
        })
    };
    view! {
        {button}
        <Dialog open title>
            <div class="sheet"><StoreSwitch/><Leave open/></div>
        </Dialog>
    }
}

/// Shown to who works in several stores.
#[component]
fn StoreSwitch() -> Markup {
    let (staff, language) = (use_staff(), use_language());
    let choices = Signal::derive(move || {
        let stores = staff.person().get().map(|person| person.stores.clone()).unwrap_or_default();
        let choice = |store: api::store::StoreCard| {
            let (words, note) = (store.name.get(language.get()).to_owned(), store.address.get(language.get()).to_owned());
            Choice { value: store.slug, words, note: Some(note), faint: false }
        };
        stores.into_iter().map(choice).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || staff.store().get().map(|store| store.slug).unwrap_or_default());
    let label = t!(desk.account.store);
    let on_choose = Callback::new(move |slug| staff.choose_store(slug));
    live(move || {
        let several = choices.with(|choices| choices.len() > 1);
        several.then(|| view! { <div class="sheet__stores"><Segmented name="desk-store" label choices chosen on_choose/></div> })
    })
}

/// Signs out. Without a connection it says so: the cookie is the server's to take.
#[component]
fn Leave(open: RwSignal<bool>) -> Markup {
    let (i18n, staff) = (use_i18n(), use_staff());
    let (busy, refusal) = (RwSignal::new(false), RwSignal::new(None::<Refusal>));
    let leave = move |_: leptos::ev::MouseEvent| {
        busy.set(true);
        refusal.set(None);
        spawn_local(sign_out(staff, open, busy, refusal));
    };
    view! {
        {move || refusal.get().map(|refusal| view! { <Notice tone=Tone::Warn>{message::act(i18n, &refusal)}</Notice> })}
        <Button variant=Variant::Second busy on_press=leave>{t!(desk.account.sign_out)}</Button>
    }
}

async fn sign_out(staff: Staff, open: RwSignal<bool>, busy: RwSignal<bool>, refusal: RwSignal<Option<Refusal>>) {
    let answer = send(SignOut {}).await;
    busy.try_set(false);
    match answer {
        Ok(()) => {
            open.try_set(false);
            staff.left();
        }
        Err(reason) => {
            refusal.try_set(Some(reason));
        }
    }
}
