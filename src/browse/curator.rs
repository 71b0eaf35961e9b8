//! Who chose a collection.

use crate::i18n::{say, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::avatar::Avatar;
use api::catalog::Curator;

/// A face, "chosen by", and what they are.
#[component]
pub(super) fn CuratorLine(
    /// Who.
    curator: Curator,
    /// Their sentence stands under it.
    #[prop(optional)]
    with_sentence: bool,
) -> Markup {
    let i18n = use_i18n();
    let Curator { name, title, sentence, picture } = curator;
    let said = say(name.clone());
    let picked = move || t_string!(i18n, home.picked, name = said());
    let second = if with_sentence { say(sentence) } else { say(title) };
    view! {
        <p class="curator">
            <Avatar name picture/>
            <span class="curator__words"><b>{picked}</b><span class="quiet">{second}</span></span>
        </p>
    }
}
