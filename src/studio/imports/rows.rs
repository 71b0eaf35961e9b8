//! The first rows as the shop will read them.

use super::words;
use super::work::Work;
use crate::browser::intl;
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use api::import::{PreviewRow, Said};

#[component]
pub(super) fn Rows(work: Work) -> Markup {
    let i18n = use_i18n();
    let rows = move || work.preview.with(|preview| preview.as_ref().map(|it| it.rows.iter().map(|one| row(i18n, one)).collect_view()));
    view! {
        <h3>{t!(imports.first_rows)}</h3>
        <div class="preview__table" tabindex="0" role="region" aria-label=t!(imports.first_rows)>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t!(imports.row)}</th><th scope="col">{t!(imports.says)}</th><th scope="col">{t!(imports.code)}</th>
                        <th scope="col">{t!(imports.value)}</th><th scope="col">{t!(imports.wrong)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(i18n: Words, row: &PreviewRow) -> Markup {
    let each = |part: fn(Words, &Said) -> String| {
        row.says.iter().map(|said| view! { <span class="preview__line">{part(i18n, said)}</span> }).collect_view()
    };
    let flags = row.flags.iter().map(|flag| view! { <span class="preview__flag">{words::flag(i18n, flag)}</span> }).collect_view();
    view! {
        <tr data-refused=row.flags.iter().any(|flag| flag.refused).then_some("")>
            <td>{row.row.to_string()}</td>
            <td>{each(|_, said| said.title.clone())}</td>
            <td>{each(|_, said| said.code.clone())}</td>
            <td>{each(value)}</td>
            <td>{flags}</td>
        </tr>
    }
}

fn value(i18n: Words, said: &Said) -> String {
    let language = language_of(i18n.get_locale());
    let mut parts = Vec::new();
    match (said.price, said.sale) {
        (Some(price), Some(sale)) => parts.push(format!("{} → {}", intl::money(price, language), intl::money(sale, language))),
        (Some(price), None) => parts.push(intl::money(price, language)),
        _ if said.on_request => parts.push(t_string!(i18n, imports.on_request).to_owned()),
        _ => {}
    }
    parts.extend(said.quantity.map(|units| t_string!(i18n, imports.units, count = intl::number(units, language))));
    parts.extend(said.stars.map(|tenths| format!("★ {}", intl::tenths(u8::try_from(tenths).unwrap_or(u8::MAX), language))));
    parts.join(" · ")
}
