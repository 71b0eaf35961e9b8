//! What can be read about it elsewhere, by link type of the GS1 Web Vocabulary.

use super::look::Look;
use crate::browser::intl;
use crate::i18n::{Sentence, Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::session::kiosk::is_kiosk;
use crate::ui::icon::{Icon, Shape};
use crate::ui::qr_sheet::QrSheet;
use api::catalog::Document;

/// Nothing where there is nothing to read.
#[component]
pub fn Documents(look: Look) -> Markup {
    let documents = Memo::new(move |_| look.product.with(|product| product.documents.clone()));
    let kiosk = is_kiosk();
    live(move || {
        let all = documents.get();
        let one = move |document: Document| match kiosk {
            true => view! { <TakeAlong document/> },
            false => link(document),
        };
        (!all.is_empty()).then(|| {
            view! {
                <section class="documents" aria-labelledby="documents">
                    <h3 id="documents" class="documents__title">{t!(product.documents.title)}</h3>
                    <ul class="documents__list">{all.into_iter().map(one).collect_view()}</ul>
                </section>
            }
        })
    })
}

/// Opens another page of this phone's browser, and says whose that is.
fn link(document: Document) -> Markup {
    let i18n = use_i18n();
    let (of, host) = (document.clone(), host_of(&document.url).to_owned());
    let language = document.language.map(|language| language.to_string());
    view! {
        <li>
            <a class="documents__one" href=document.url target="_blank" rel="external noopener noreferrer" hreflang=language>
                <span class="documents__words">{move || words(i18n, &of)}</span>" "<span class="quiet small documents__host">{host}</span><Icon shape=Shape::Forward/>
            </a>
        </li>
    }
}

/// A kiosk opens no other page: the visitor's phone does.
#[component]
fn TakeAlong(document: Document) -> Markup {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    let (of, host) = (document.clone(), host_of(&document.url).to_owned());
    let title = Signal::derive(move || words(i18n, &of));
    view! {
        <li>
            <button class="documents__one" type="button" aria-haspopup="dialog" on:click=move |_| open.set(true)>
                <span class="documents__words">{move || title.get()}</span>" "<span class="quiet small documents__host">{host}</span><Icon shape=Shape::Scan/>
            </button>
            <QrSheet open title words=t!(product.documents.take_along) address=document.url/>
        </li>
    }
}

/// What it is, what it is called, and in what language where that is not the visitor's.
fn words(i18n: Words, document: &Document) -> String {
    let language = language_of(i18n.get_locale());
    let kind = kind_of(&document.link_type).map(|kind| i18n.plain(kind).to_owned());
    let title = Some(document.title.clone()).filter(|title| !title.is_empty());
    let other = document.language.filter(|of| *of != language).map(|of| intl::language_name(of, language));
    let said: Vec<String> = [kind, title, other].into_iter().flatten().collect();
    if said.is_empty() { t_string!(i18n, product.documents.other).to_owned() } else { said.join(" · ") }
}

/// <https://www.gs1.org/voc/?show=linktypes>; one that is not here goes by its title.
fn kind_of(link_type: &str) -> Option<Sentence> {
    Some(match link_type.trim_start_matches("gs1:") {
        "pip" => t!(product.documents.pip),
        "certificationInfo" => t!(product.documents.certification),
        "instructions" | "quickStartGuide" => t!(product.documents.instructions),
        "sustainabilityInfo" => t!(product.documents.sustainability),
        "recipeInfo" => t!(product.documents.recipe),
        "nutritionalInfo" => t!(product.documents.nutrition),
        "allergenInfo" => t!(product.documents.allergens),
        "ingredientsInfo" => t!(product.documents.ingredients),
        "safetyInfo" => t!(product.documents.safety),
        "traceability" => t!(product.documents.traceability),
        "recallStatus" => t!(product.documents.recall),
        _ => return None,
    })
}

/// `https://maker.example:8443/a` is at `maker.example`.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn the_host_that_is_named_is_the_one_that_is_opened() {
        let table = [
            ("https://maker.example/a", "maker.example"),
            ("https://maker.example:8443?x", "maker.example"),
            ("https://shop.example@evil.example/a", "evil.example"),
            ("https://maker.example", "maker.example"),
        ];
        for (url, host) in table {
            assert_eq!(host_of(url), host, "{url}");
        }
    }
}
