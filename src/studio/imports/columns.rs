//! Columns with samples of their values, and what each is about.

use super::words;
use super::work::Work;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use api::import::Column;
use domain::import::Field;

#[component]
pub(super) fn Columns(work: Work) -> Markup {
    // Recognised fields may change with an answer; the columns themselves do not, so that what has the focus keeps it.
    let columns = Memo::new(move |_| work.preview.with(|preview| preview.as_ref().map(|it| it.columns.clone()).unwrap_or_default()));
    let table = move || {
        let rows = columns.get().into_iter().map(|column| row(work, column)).collect_view();
        view! {
            <div class="preview__table" tabindex="0" role="region" aria-label=t!(imports.columns)>
                <table>
                    <thead>
                        <tr><th scope="col">{t!(imports.column)}</th><th scope="col">{t!(imports.samples)}</th><th scope="col">{t!(imports.meaning)}</th></tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    let is_empty = Memo::new(move |_| columns.with(Vec::is_empty));
    view! {
        <h3>{t!(imports.columns)}</h3>
        {move || match is_empty.get() {
            true => view! { <p class="quiet">{t!(imports.no_columns)}</p> },
            false => table(),
        }}
    }
}

fn row(work: Work, column: Column) -> Markup {
    let i18n = use_i18n();
    let Column { name, field: recognised, samples } = column;
    let (asked, said, shown) = (name.clone(), name.clone(), name.clone());
    let field = Memo::new(move |_| work.field(&asked, recognised));
    let option = move |(place, one): (usize, Field)| {
        view! { <option value=place.to_string() prop:selected=move || field.get() == one>{words::field(one)}</option> }
    };
    let choose = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        if let Some(field) = place.and_then(|place| Field::ALL.get(place)) {
            work.map(said.clone(), *field);
        }
    };
    view! {
        <tr data-ignored=move || (field.get() == Field::Ignore).then_some("")>
            <th scope="row">{shown}</th>
            <td class="quiet">{samples.join(" · ")}</td>
            <td>
                <select class="chip" aria-label=move || t_string!(i18n, imports.meaning_of, column = name.clone()) on:change=choose>
                    {Field::ALL.into_iter().enumerate().map(option).collect_view()}
                </select>
            </td>
        </tr>
    }
}
