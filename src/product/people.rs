//! Why it stands here, and what somebody who works here says of it.

use super::look::Look;
use crate::browser::intl::{Moment, moment};
use crate::i18n::{language_of, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::avatar::Avatar;
use crate::ui::because;
use api::catalog::{Note, Why};
use domain::curation::Evidence;

/// A person with each sentence.
#[component]
pub fn People(look: Look) -> Markup {
    let why = Memo::new(move |_| look.product.with(|product| product.why.clone()));
    let note = Memo::new(move |_| look.product.with(|product| product.note.clone()));
    view! {
        {move || why.get().map(|why| view! { <WhyHere store=look.slug() why/> })}
        {move || note.get().map(|note| view! { <StaffNote note/> })}
    }
}

#[component]
fn WhyHere(store: String, why: Why) -> Markup {
    let i18n = use_i18n();
    let Why { collection, title, reason, because, as_of, curator } = why;
    let as_of = move || t_string!(i18n, product.as_of, time = moment(as_of, Moment::Date, language_of(i18n.get_locale()), None));
    let is_computed = because.iter().any(|one| one.evidence != Evidence::Chosen);
    let said = move || because::line(i18n, &reason, &because);
    let (name, title_of) = (say(curator.name.clone()), say(curator.title));
    let by = move || t_string!(i18n, product.chosen_by, name = name(), title = title_of());
    view! {
        <section class="said" data-kind="why">
            <Avatar name=curator.name picture=curator.picture/>
            <div class="said__words">
                <h2 class="said__label">{t!(product.why)}</h2>
                <p class="said__reason">{said}</p>
                {is_computed.then(|| view! { <p class="said__by">{as_of}</p> })}
                <p class="said__by">{by}</p>
                <a class="said__way link" href=Route::Collection { store, collection }.href()>{say(title)}</a>
            </div>
        </section>
    }
}

#[component]
fn StaffNote(note: Note) -> Markup {
    let i18n = use_i18n();
    let Note { name, title, text, picture } = note;
    let (name_of, title_of) = (say(name.clone()), say(title));
    let by = move || t_string!(i18n, product.said_by, name = name_of(), title = title_of());
    view! {
        <figure class="said" data-kind="note">
            <Avatar name picture/>
            <div class="said__words">
                <blockquote class="said__quote">{say(text)}</blockquote>
                <figcaption class="said__by">{by}</figcaption>
            </div>
        </figure>
    }
}
