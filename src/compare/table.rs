//! The table: a product a column, a fact a row. On a phone it is pushed sideways below names of rows that stay.

use super::columns::{Column, Columns};
use super::facts::{Row, rows, variant_of};
use crate::i18n::{Words, say, t, t_string, use_i18n, use_language};
use crate::load::Refused;
use crate::prelude::*;
use crate::route::Route;
use crate::signal::Shared;
use crate::ui::chip::Chip;
use crate::ui::icon::{Icon, Shape};
use crate::ui::picture::Picture;
use api::catalog::Product;
use domain::Gtin;

#[component]
pub(super) fn Table(columns: Columns) -> Markup {
    let i18n = use_i18n();
    let only_differing = RwSignal::new(false);
    let is_one = columns.count();
    let toggle = move || {
        (is_one.get() > 1).then(|| {
            view! { <Chip on=only_differing on_press=move |_| only_differing.update(|only| *only = !*only)>{t!(compare.only_differing)}</Chip> }
        })
    };
    let heads = move || columns.all().into_iter().map(|(gtin, column)| head(columns, gtin, column)).collect_view();
    let body = move || {
        let all = columns.all();
        let lines = rows().into_iter().map(|row| Line::new(i18n, row, &all));
        let shown = lines.filter(|line| !line.is_empty() && (!only_differing.get() || line.differs()));
        shown.map(Line::draw).collect_view()
    };
    view! {
        {toggle}
        <div class="compare__scroll" role="region" aria-label=t!(compare.title) tabindex="0">
            <table class="compare__table">
                <thead><tr><td class="compare__corner"></td>{heads}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

fn head(columns: Columns, gtin: Gtin, column: Column) -> Markup {
    let inside = match column {
        Column::Waiting => view! { <span class="compare__picture bone" aria-hidden="true"></span> },
        Column::Failed(refusal, load) => view! { <Refused refusal again=Callback::new(move |()| load.reload())/> },
        Column::Missing => view! { <span class="compare__gone">{t!(compare.missing)}</span> },
        Column::Here(product) => named(columns, gtin, product.clone()),
    };
    view! { <th class="compare__product" scope="col">{inside}<Remove columns gtin/></th> }
}

fn named(columns: Columns, gtin: Gtin, product: Shared<Product>) -> Markup {
    let href = Route::Product { store: columns.store.get_value(), gtin, at: None }.href();
    let picture = variant_of(&product, gtin).and_then(|variant| variant.pictures.first().cloned());
    view! {
        <a class="compare__link" href=href>
            <span class="compare__picture"><Picture picture name=product.name.clone() size=240/></span>
            <span class="compare__name">{say(product.name.clone())}</span>
        </a>
    }
}

#[component]
fn Remove(columns: Columns, gtin: Gtin) -> Markup {
    let (i18n, language) = (use_i18n(), use_language());
    let name = move || {
        let all = columns.all();
        let of = all.into_iter().find(|(of, _)| *of == gtin);
        match of {
            Some((_, Column::Here(product))) => product.name.get(language.get()).to_owned(),
            _ => gtin.to_string(),
        }
    };
    let label = move || t_string!(i18n, compare.remove, name = name());
    view! { <button class="compare__remove" type="button" aria-label=label on:click=move |_| columns.remove(gtin)><Icon shape=Shape::Cross/></button> }
}

/// A row's words.
struct Line {
    name: crate::i18n::Sentence,
    cells: Vec<String>,
}

impl Line {
    fn new(words: Words, Row { name, say }: Row, all: &[(Gtin, Column)]) -> Self {
        let cell = |(gtin, column): &(Gtin, Column)| match column {
            Column::Here(product) => variant_of(product, *gtin).map(|variant| say(words, product, variant)).unwrap_or_default(),
            _ => String::new(),
        };
        Self { name, cells: all.iter().map(cell).collect() }
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }

    fn differs(&self) -> bool {
        self.cells.iter().any(|cell| Some(cell) != self.cells.first())
    }

    fn draw(self) -> Markup {
        let mark = if self.differs() { "" } else { "same" };
        let cell = |cell: String| match cell.is_empty() {
            true => view! { <td class="compare__cell quiet">"–"</td> },
            false => view! { <td class="compare__cell">{cell}</td> },
        };
        view! {
            <tr data-row=mark>
                <th class="compare__fact" scope="row">{self.name}</th>
                {self.cells.into_iter().map(cell).collect_view()}
            </tr>
        }
    }
}
