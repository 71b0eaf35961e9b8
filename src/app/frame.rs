//! What stands around every page: header, skip link, live region, toasts.

use super::account::{Account, StoreAtWork};
use super::list_link::ListLink;
use super::tray::Tray;
use crate::browser::announcer::LiveRegion;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::session::{Here, use_here};
use crate::ui::language_switch::LanguageSwitch;
use crate::ui::skip_link::SkipLink;
use crate::ui::toast::Toasts;

/// Around the shop's pages.
#[component]
pub(super) fn ShopFrame(children: Children) -> Markup {
    view! {
        <SkipLink/>
        <div class="frame" data-surface="shop">
            <header class="frame__header">
                <StoreName/>
                <div class="frame__side"><ListLink/><LanguageSwitch/></div>
            </header>
            <main class="frame__main" id="main">{children()}</main>
            <Tray/>
        </div>
        <Toasts/>
        <LiveRegion/>
    }
}

/// Around the desk's pages.
#[component]
pub(super) fn DeskFrame(children: Children) -> Markup {
    view! {
        <SkipLink/>
        <div class="frame" data-surface="desk">
            <header class="frame__header">
                <p class="frame__place">
                    <a class="frame__store" href=Route::pickups().href()>{t!(desk.title)}</a>
                    <StoreAtWork/>
                </p>
                <div class="frame__side"><Account/><LanguageSwitch/></div>
            </header>
            <main class="frame__main" id="main">{children()}</main>
        </div>
        <Toasts/>
        <LiveRegion/>
    }
}

/// Around the studio's pages.
#[component]
pub(super) fn StudioFrame(children: Children) -> Markup {
    view! {
        <SkipLink/>
        <div class="frame" data-surface="studio">
            <header class="frame__header">
                <p class="frame__place">
                    <a class="frame__store" href=Route::Studio.href()>{t!(studio.title)}</a>
                    <StoreAtWork/>
                </p>
                <div class="frame__side"><Account/><LanguageSwitch/></div>
            </header>
            <main class="frame__main" id="main">{children()}</main>
        </div>
        <Toasts/>
        <LiveRegion/>
    }
}

/// The way home. A store's name comes with the store; its room is kept.
#[component]
fn StoreName() -> Markup {
    let Here { slug, store } = use_here();
    let i18n = use_i18n();
    let href = move || match slug.get() {
        Some(store) => Route::Home { store }.href(),
        None => Route::Stores.href(),
    };
    let name = move || match (slug.get(), store.value().get()) {
        (Some(_), Some(store)) => say(store.name.clone())(),
        (Some(_), None) => "\u{a0}".to_owned(),
        (None, _) => t_string!(i18n, common.all_stores).to_owned(),
    };
    view! { <a class="frame__store" href=href>{name}</a> }
}
