//! What markup becomes in the page, and what stays of it when it is made anew.

use super::stage::{stage, until};
use std::cell::Cell;
use std::rc::Rc;
use vitrine::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

#[wasm_bindgen_test]
fn a_template_holds_what_is_static_and_leads_to_what_is_not() {
    let (name, share) = ("셔츠 <b>", Some("40%"));
    let stage = stage(move || {
        view! {
            <section class="a" title="\"quoted\" & more">
                <p></p>
                <p>"one " "two"</p>
                <ul><li><i style:width=share></i></li><li>{name}</li></ul>
                <input type="text" prop:value="typed" required/>
                <p>{None::<Markup>}<b data-on=true data-off=false>{3_u32}</b>" of "{"many".to_owned()}</p>
            </section>
        }
    });
    assert_eq!(stage.text(), "one two셔츠 <b>3 of many");
    assert_eq!(stage.find("section").get_attribute("title").as_deref(), Some("\"quoted\" & more"));
    assert_eq!(stage.find("i").get_attribute("style").as_deref(), Some("width: 40%;"));
    assert_eq!(stage.find("b").get_attribute("data-on").as_deref(), Some(""));
    assert!(!stage.find("b").has_attribute("data-off") && stage.find("input").has_attribute("required"));
    let typed = js_sys::Reflect::get(&stage.find("input"), &"value".into()).ok().and_then(|value| value.as_string());
    assert_eq!(typed.as_deref(), Some("typed"));
}

#[wasm_bindgen_test]
fn a_piece_of_a_drawing_is_drawn() {
    let dots = || (1..=2_u32).map(|x| view! { <circle cx=x r="1"/> }).collect_view();
    let stage = stage(move || view! { <svg viewBox="0 0 9 9">{dots}</svg> });
    let dot = stage.find("circle:last-of-type");
    assert_eq!(dot.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    assert_eq!(dot.get_attribute("cx").as_deref(), Some("2"));
}

#[wasm_bindgen_test]
async fn what_is_made_anew_in_the_same_shape_keeps_its_nodes() {
    let count = RwSignal::new(1_u32);
    let stage = stage(move || {
        let button = move || view! { <button data-count=count.get()>{format!("{} pieces", count.get())}</button> };
        view! { <p>{button}</p> }
    });
    let before = stage.find("button");
    before.unchecked_ref::<HtmlElement>().focus().expect("a button takes the focus");
    count.set(2);
    until("two", || stage.text() == "2 pieces").await;
    let focused = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    assert_eq!(focused.as_ref(), Some(&before), "focus stays");
    assert_eq!(before.get_attribute("data-count").as_deref(), Some("2"));
}

#[wasm_bindgen_test]
async fn another_shape_takes_the_place_of_the_one_before() {
    let which = RwSignal::new(0_u32);
    let stage = stage(move || {
        let shown = move || match which.get() {
            0 => Markup::Nothing,
            1 => "words".into_markup(),
            2 => view! { <i>"one"</i><i>"two"</i> },
            _ => view! { <b>"three"</b> },
        };
        view! { <p>"("{shown}")"</p> }
    });
    for (now, text) in [(1, "(words)"), (2, "(onetwo)"), (3, "(three)"), (2, "(onetwo)"), (0, "()")] {
        which.set(now);
        until(text, || stage.text() == text).await;
    }
}

#[wasm_bindgen_test]
async fn a_listener_of_a_view_that_is_made_anew_hears_once() {
    let (made, heard) = (RwSignal::new(0_u32), Rc::new(Cell::new(0)));
    let count = heard.clone();
    let stage = stage(move || {
        let button = move || {
            let (made, count) = (made.get(), count.clone());
            view! { <button on:click=move |_| count.set(count.get() + 1)>{made}</button> }
        };
        view! { <p>{button}</p> }
    });
    made.set(1);
    until("made anew", || stage.text() == "1").await;
    stage.press("button");
    assert_eq!(heard.get(), 1);
}

#[wasm_bindgen_test]
async fn items_with_a_key_stay_and_are_moved() {
    let items = RwSignal::new(vec!["a", "b", "c"]);
    let drawn = Rc::new(Cell::new(0));
    let count = drawn.clone();
    let stage = stage(move || {
        let draw = move |item: &'static str| {
            count.set(count.get() + 1);
            view! { <li id=item>{item}</li> }
        };
        view! { <ul>{each(move || items.get(), |item| *item, draw)}</ul> }
    });
    let b = stage.find("#b");
    items.set(vec!["c", "d", "b"]);
    until("in the new order", || stage.text() == "cdb").await;
    assert_eq!(stage.find("#b"), b, "what stays is the same element");
    assert_eq!(drawn.get(), 4, "only what is new is drawn");
    items.set(Vec::new());
    until("nothing left", || stage.try_find("li").is_none()).await;
}

#[wasm_bindgen_test]
async fn what_an_item_owns_ends_with_it() {
    let items = RwSignal::new(vec![1_u32]);
    let ended = Rc::new(Cell::new(false));
    let told = send_wrapper::SendWrapper::new(ended.clone());
    let stage = stage(move || {
        let draw = move |item: u32| {
            let told = told.clone();
            on_cleanup(move || told.set(true));
            view! { <li>{item}</li> }
        };
        view! { <ul>{each(move || items.get(), |item| *item, draw)}</ul> }
    });
    items.set(vec![2]);
    until("the other", || stage.text() == "2").await;
    assert!(ended.get());
}

#[wasm_bindgen_test]
async fn what_lives_inside_what_is_left_is_silent() {
    let (open, count, seen) = (RwSignal::new(true), RwSignal::new(0_u32), Rc::new(Cell::new(0)));
    let told = seen.clone();
    let stage = stage(move || {
        let inner = move || {
            let told = told.clone();
            open.get().then(|| {
                view! {
                    <b>
                        {move || {
                            told.set(told.get() + 1);
                            count.get()
                        }}
                    </b>
                }
            })
        };
        view! { <p>{inner}</p> }
    });
    open.set(false);
    until("closed", || stage.try_find("b").is_none()).await;
    count.set(1);
    until("settled", || stage.text().is_empty()).await;
    assert_eq!(seen.get(), 1);
}

#[wasm_bindgen_test]
async fn a_part_three_deep_ends_with_the_run_that_made_it() {
    let count = RwSignal::new(0_u32);
    let stage = stage(move || {
        let outer = move || {
            let seven = Signal::derive(move || count.get() + 7);
            let innermost = move || count.get() + seven.get();
            let inner = move || view! { <b>{innermost}</b> };
            view! { <p data-count=count.get()>{inner}</p> }
        };
        view! { <section>{outer}</section> }
    });
    count.set(1);
    until("the next run", || stage.text() == "9").await;
}

#[wasm_bindgen_test]
async fn of_two_items_with_one_key_nothing_is_left_behind() {
    let items = RwSignal::new(vec!["a", "a", "b"]);
    let stage = stage(move || view! { <ul>{each(move || items.get(), |item| *item, |item| view! { <li>{item}</li> })}</ul> });
    items.set(vec!["b", "a"]);
    until("one of them", || stage.text() == "ba").await;
}
