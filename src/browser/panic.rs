//! What a visitor sees when the program has died: a sentence and a way out, in both languages, never a dead screen.

use crate::i18n::{Locale, td_string};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

/// Shows the sentence over everything and writes the cause to the console. Built by hand: nothing of Leptos can be trusted now.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        web_console_error(&info.to_string());
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let _ = show(&document);
    }));
}

fn show(document: &Document) -> Option<()> {
    let screen = element(document, "section", "crash")?;
    screen.set_attribute("role", "alert").ok()?;
    for (lang, sentence, again) in [
        ("ko", td_string!(Locale::ko, common.crash.sentence), td_string!(Locale::ko, common.crash.again)),
        ("en", td_string!(Locale::en, common.crash.sentence), td_string!(Locale::en, common.crash.again)),
    ] {
        let words = element(document, "p", "crash__words")?;
        words.set_attribute("lang", lang).ok()?;
        words.set_text_content(Some(sentence));
        let button = element(document, "button", "button")?;
        button.set_attribute("lang", lang).ok()?;
        button.set_attribute("data-variant", "primary").ok()?;
        button.set_text_content(Some(again));
        let reload = Closure::<dyn Fn()>::new(super::document::reload);
        button.add_event_listener_with_callback("click", reload.as_ref().unchecked_ref()).ok()?;
        reload.forget();
        screen.append_child(&words).ok()?;
        screen.append_child(&button).ok()?;
    }
    document.body()?.append_child(&screen).ok()?;
    Some(())
}

fn element(document: &Document, tag: &str, class: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_class_name(class);
    Some(element)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn web_console_error(text: &str);
}
