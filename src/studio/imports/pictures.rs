//! Pictures that were dropped, and whose they are, before anything changes.

use super::words;
use super::work::{Unkept, Work};
use crate::i18n::{Words, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::{Notice, Tone};
use crate::ui::picture::Picture;
use api::import::{Gathered, GatheredPicture};
use domain::{Language, Text};

#[component]
pub(super) fn Pictures(work: Work, gathered: Gathered) -> Markup {
    let i18n = use_i18n();
    let all = gathered.pictures.len() as u64;
    let fit = gathered.pictures.iter().filter(|one| one.product.is_some()).count() as u64;
    let what = move || t_string!(i18n, imports.pictures.fit, fit = words::number(i18n, fit), all = words::number(i18n, all));
    let go = move || t_string!(i18n, imports.pictures.begin, count = words::number(i18n, fit));
    let blocked = Signal::derive(move || (fit == 0).then(|| t_string!(i18n, imports.pictures.none_fits).to_owned()));
    let one = |picture: GatheredPicture| view! { <One picture/> };
    view! {
        <section class="preview" aria-labelledby="preview-name">
            <header>
                <h2 id="preview-name">{move || work.name.get()}</h2>
                <p class="quiet" role="status">{what}</p>
            </header>
            <ul class="gathered">{gathered.pictures.into_iter().map(one).collect_view()}</ul>
            {move || unkept(i18n, work.unkept.get())}
            {move || work.trouble.get().map(|refusal| view! { <Notice tone=Tone::Warn>{words::refusal(i18n, &refusal)}</Notice> })}
            <p class="preview__ways">
                <Button variant=Variant::Primary busy=work.busy blocked on_press=move |_| work.begin()>{go}</Button>
                <Button variant=Variant::Quiet on_press=move |_| work.put_away()>{t!(imports.another)}</Button>
            </p>
        </section>
    }
}

/// A picture, its file's name, and the product that it goes to.
#[component]
fn One(picture: GatheredPicture) -> Markup {
    let GatheredPicture { name, product, picture } = picture;
    let state = if product.is_some() { "fits" } else { "none" };
    let shown = product.clone().unwrap_or_else(|| Text::only(Language::EN, &name));
    let whose = match product {
        Some(product) => say(product).into_markup(),
        None => t!(imports.pictures.nobody).into_markup(),
    };
    view! {
        <li class="gathered__one" data-state=state>
            <span class="gathered__picture"><Picture picture=Some(picture) name=shown size=160/></span>
            <b>{name}</b>
            <span class="gathered__whose">{whose}</span>
        </li>
    }
}

/// What could not be kept, and why; the others go on without it.
pub(super) fn unkept(i18n: Words, unkept: Vec<Unkept>) -> Option<Markup> {
    let line = move |(name, refusal): Unkept| view! { <li>{format!("{name}: {}", words::picture(i18n, &refusal))}</li> };
    (!unkept.is_empty()).then(|| view! { <Notice tone=Tone::Warn><ul>{unkept.into_iter().map(line).collect_view()}</ul></Notice> })
}
