//! What a file is, before anything of it is written.

use super::choices::Choices;
use super::columns::Columns;
use super::rows::Rows;
use super::words;
use super::work::Work;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::{Notice, Tone};

#[component]
pub(super) fn Preview(work: Work) -> Markup {
    let i18n = use_i18n();
    let what = move || {
        work.preview.with(|preview| {
            let preview = preview.as_ref()?;
            let rows = preview.total.map_or_else(|| t_string!(i18n, imports.many_rows).to_owned(), |total| words::rows(i18n, total));
            Some(format!("{} · {} · {rows}", i18n.plain(words::format(preview.format)), i18n.plain(words::container(preview.container))))
        })
    };
    let go = move || match work.preview.with(|preview| preview.as_ref().and_then(|preview| preview.total)) {
        Some(total) => t_string!(i18n, imports.begin_rows, rows = words::rows(i18n, total)),
        None => t_string!(i18n, imports.begin).to_owned(),
    };
    view! {
        <section class="preview" aria-labelledby="preview-name">
            <header>
                <h2 id="preview-name">{move || work.name.get()}</h2>
                <p class="quiet" role="status">{what}</p>
            </header>
            <Choices work/>
            <Columns work/>
            <Rows work/>
            {move || work.trouble.get().map(|refusal| view! {
                <Notice tone=Tone::Warn>
                    <p>{words::refusal(i18n, &refusal)}</p>
                    <Button on_press=move |_| work.look_again()>{t!(imports.look_again)}</Button>
                </Notice>
            })}
            <p class="preview__ways">
                <Button variant=Variant::Primary busy=work.busy on_press=move |_| work.begin()>{go}</Button>
                <Button variant=Variant::Quiet on_press=move |_| work.put_away()>{t!(imports.another)}</Button>
            </p>
        </section>
    }
}
