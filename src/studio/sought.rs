//! What shoppers searched for and did not find: words, how often, since when, and whether they find something now.

use super::NotYours;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_staff;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::skeleton::LinesSkeleton;
use api::catalog::found::Sought;
use api::catalog::list_sought::ListSought;
use domain::Instant;
use domain::access::Action;

/// `/studio/sought`
#[component]
pub fn SoughtPage() -> Markup {
    let staff = use_staff();
    let store = staff.store();
    let store = Memo::new(move |_| store.get().map(|store| store.slug));
    let may = Memo::new(move |_| staff.may(Action::SeeInsights));
    view! {
        <div class="page studio">
            <header class="studio__intro">
                <Heading text=t!(sought.title)/>
                <p class="lead">{t!(sought.lead)}</p>
            </header>
            {move || match (may.get(), store.get()) {
                (true, Some(store)) => view! { <Whole store/> },
                _ => view! { <NotYours/> },
            }}
        </div>
    }
}

#[component]
fn Whole(store: String) -> Markup {
    let asked = store.clone();
    let load = use_load(move || ListSought { store: asked.clone() });
    view! {
        <Loaded load skeleton=|| view! { <LinesSkeleton count=6/> } let:list>
            {
                let store = store.clone();
                move || table(&store, list.get())
            }
        </Loaded>
    }
}

fn table(store: &str, list: Vec<Sought>) -> Markup {
    if list.is_empty() {
        return view! { <Empty sentence=t!(sought.none)/> };
    }
    let rows = list.into_iter().map(|one| row(store, one)).collect_view();
    view! {
        <div class="sought" tabindex="0" role="region" aria-label=t!(sought.title)>
            <table>
                <thead><tr>
                    <th scope="col">{t!(sought.query)}</th>
                    <th scope="col">{t!(sought.times)}</th>
                    <th scope="col">{t!(sought.days)}</th>
                    <th scope="col">{t!(sought.now)}</th>
                    <td></td>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Ways/>
    }
}

fn row(store: &str, Sought { query, times, first, last, now }: Sought) -> Markup {
    let i18n = use_i18n();
    let number = move |count: u32| intl::number(count, language_of(i18n.get_locale()));
    // The shop is another program: the browser loads it.
    let href = Route::Search { store: store.to_owned(), q: query.clone() }.href();
    let label = {
        let words = query.clone();
        move || t_string!(i18n, sought.go_label, words = words.clone())
    };
    let state = if now == 0 { "none" } else { "some" };
    let found = move || match now {
        0 => t_string!(i18n, sought.still_none).to_owned(),
        now => t_string!(i18n, sought.finds, count = number(now)),
    };
    view! {
        <tr>
            <th scope="row">{query}</th>
            <td>{move || t_string!(i18n, sought.count, count = number(times))}</td>
            <td>{move || days(i18n, first, last)}</td>
            <td class="sought__now" data-state=state>{found}</td>
            <td><a class="link sought__try" href=href rel="external" aria-label=label>{t!(sought.go)}</a></td>
        </tr>
    }
}

/// One day, or the first and the last.
fn days(i18n: Words, first: Instant, last: Instant) -> String {
    let day = |at| intl::moment(at, Moment::DayOfMonth, language_of(i18n.get_locale()), None);
    match first == last {
        true => day(first),
        false => t_string!(i18n, sought.since, first = day(first), last = day(last)),
    }
}

/// Where what is missing comes from.
#[component]
fn Ways() -> Markup {
    let staff = use_staff();
    live(move || {
        let imports = || view! { <ButtonLink href=Route::Imports.href() variant=Variant::Primary>{t!(sought.imports)}</ButtonLink> };
        view! { <p class="studio__ways">{staff.may(Action::Import).then(imports)}</p> }
    })
}
