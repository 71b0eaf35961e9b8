//! Parts of a page behind one another, with the arrow keys of a tab list.

use crate::browser::document;
use crate::prelude::*;

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// What `chosen` holds for it; with `panel-` in front the id of its panel.
    pub value: &'static str,
    /// A noun.
    pub words: String,
    /// How many are behind it.
    pub count: Option<u32>,
}

/// The list of tabs; the panel is the caller's, `role="tabpanel"` with `id="panel-{value}"`.
#[component]
pub fn Tabs(
    /// What the parts are of.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    #[prop(into)]
    tabs: Signal<Vec<Tab>>,
    /// The one that is shown.
    #[prop(into)]
    chosen: Signal<String>,
    /// Another one was chosen.
    on_choose: Callback<String>,
) -> Markup {
    let step = move |event: leptos::ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => -1,
            _ => return,
        };
        event.prevent_default();
        let tabs = tabs.get_untracked();
        let at = tabs.iter().position(|tab| tab.value == chosen.get_untracked()).unwrap_or(0) as i32;
        let next = (at + by).rem_euclid(tabs.len().max(1) as i32) as usize;
        if let Some(tab) = tabs.get(next) {
            on_choose.run(tab.value.to_owned());
            document::focus(&format!("tab-{}", tab.value));
        }
    };
    // On a phone the list is wider than the screen, and each count makes it wider.
    Effect::new(move |_| {
        tabs.track();
        let tab = format!("tab-{}", chosen.get());
        request_animation_frame(move || document::show(&tab));
    });
    let one = move |Tab { value, words, count }: Tab| {
        let on = move || chosen.with(|chosen| chosen == value);
        view! {
            <button
                class="tab" type="button" role="tab" id=format!("tab-{value}") aria-controls=format!("panel-{value}")
                aria-selected=move || if on() { "true" } else { "false" } tabindex=move || if on() { "0" } else { "-1" }
                on:click=move |_| on_choose.run(value.to_owned())
            >
                {words} {count.map(|count| view! { <span class="tab__count">{count}</span> })}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=move || label.get() on:keydown=step>
            {move || tabs.get().into_iter().map(one).collect_view()}
        </div>
    }
}
