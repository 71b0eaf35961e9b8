//! Signing in.

use crate::browser::{document, sound};
use crate::client::{Refusal, send};
use crate::i18n::{t, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::route::{Route, use_replace};
use crate::session::{Staff, use_staff};
use crate::ui::button::{Button, Variant};
use crate::ui::field::{Field, Input};
use crate::ui::heading::Heading;
use crate::ui::notice::{Notice, Tone};
use api::error::FieldProblem;
use api::people::sign_in::SignIn;
use domain::access::Action;
use leptos::task::spawn_local;

const LOGIN: &str = "login";
const PASSWORD: &str = "password";

/// The form, at `/desk/sign-in` and in the place of any page that nobody is signed in for. What was typed stays.
#[component]
pub fn SignInPage() -> Markup {
    view! {
        <div class="page sign-in">
            <Heading text=t!(desk.sign_in.title)/>
            <p class="lead">{t!(desk.sign_in.lead)}</p>
            <SignInForm/>
        </div>
    }
}

/// `/desk/sign-in` for somebody who is: on to where they work.
#[component]
pub fn SignedInPage() -> Markup {
    let (staff, replace) = (use_staff(), use_replace());
    let works_at_desk = untrack(|| staff.may(Action::SeePickups));
    Effect::new(move |_| replace(if works_at_desk { Route::pickups() } else { Route::Studio }));
    Markup::Nothing
}

#[component]
fn SignInForm() -> Markup {
    let (i18n, staff) = (use_i18n(), use_staff());
    let (login, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (tried, plain, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let refusal = RwSignal::new(None::<Refusal>);
    // Browsers open sound in answer to a press only: this is the one that everybody makes.
    let ring = RwSignal::new(true);
    let missing = move |value: RwSignal<String>| {
        let is_missing = tried.get() && value.with(|text| text.trim().is_empty());
        is_missing.then(|| message::field(i18n, FieldProblem::Missing).to_owned())
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        for (id, value) in [(LOGIN, login), (PASSWORD, password)] {
            if value.with_untracked(|text| text.trim().is_empty()) {
                return document::focus(id);
            }
        }
        if ring.get_untracked() {
            // A device without sound says so at the desk.
            sound::open();
        }
        busy.set(true);
        refusal.set(None);
        let ask = SignIn { login: login.get_untracked(), password: password.get_untracked() };
        spawn_local(enter(ask, staff, busy, refusal));
    };
    let kind = Signal::derive(move || if plain.get() { Input::PlainPassword } else { Input::Password });
    let show = move || if plain.get() { "true" } else { "false" };
    let login_label = t!(desk.sign_in.login);
    let password_label = t!(desk.sign_in.password);
    view! {
        <form class="sign-in__form" on:submit=submit novalidate=true>
            <Field id=LOGIN label=login_label value=login input=Input::Login error=Signal::derive(move || missing(login))/>
            <div class="sign-in__password">
                <Field id=PASSWORD label=password_label value=password input=kind error=Signal::derive(move || missing(password))/>
                <button class="sign-in__show" type="button" aria-pressed=show on:click=move |_| plain.update(|plain| *plain = !*plain)>
                    {t!(desk.sign_in.show)}
                </button>
            </div>
            <label class="sign-in__ring">
                <input class="sign-in__box" type="checkbox" prop:checked=move || ring.get() on:change=move |_| ring.update(|ring| *ring = !*ring)/>
                <span>{t!(desk.sign_in.ring)}</span>
            </label>
            {move || refusal.get().map(|refusal| view! { <Notice tone=Tone::Warn>{move || message::act(i18n, &refusal)}</Notice> })}
            <Button variant=Variant::Primary submit=true busy>{t!(desk.sign_in.go)}</Button>
        </form>
    }
}

async fn enter(ask: SignIn, staff: Staff, busy: RwSignal<bool>, refusal: RwSignal<Option<Refusal>>) {
    let answer = send(ask).await;
    busy.try_set(false);
    match answer {
        Ok(session) => staff.came(session),
        Err(reason) => {
            refusal.try_set(Some(reason));
        }
    }
}
