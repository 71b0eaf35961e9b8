//! The worker that reads codes. It is fetched when it is first needed; a build without one, and a browser that refuses it, say so.

use super::camera::Picture;
use domain::gs1::Symbology;
use futures::channel::oneshot::{Sender, channel};
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// Its script below `/assets/shop/`, where the build made one.
const SCRIPT: Option<&str> = option_env!("VITRINE_SCANNER");

/// A code in a picture: its kind and what it says.
pub type Found = (Symbology, String);

/// Reads pictures one after another; dropped, it ends its worker.
#[derive(Clone)]
pub struct Decoder(Rc<Inner>);

struct Inner {
    worker: Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(JsValue)>,
    waiting: Waiting,
}

/// Who waits for answers, which come in the order of the pictures: a photograph may be sent while a frame is under way.
type Waiting = Rc<RefCell<VecDeque<Sender<Option<Vec<Found>>>>>>;

impl Drop for Inner {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Decoder {
    /// Fetches it; `None` where there is none to be had.
    pub fn start() -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&["/assets/shop/", SCRIPT?].concat(), &options).ok()?;
        let waiting = Waiting::default();
        let answer = waiting.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            let said = |name: &str| Reflect::get(&data, &name.into()).ok().filter(|value| !value.is_undefined());
            if said("ready").is_some() {
                return;
            }
            if let Some(waits) = answer.borrow_mut().pop_front() {
                // Who has left hears nothing.
                let _ = waits.send(said("found").map(|found| read(&Array::from(&found))));
            }
        });
        let answer = waiting.clone();
        let failed = Closure::<dyn FnMut(JsValue)>::new(move |_| {
            // Dropped, each says that there is no answer.
            answer.borrow_mut().clear();
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self(Rc::new(Inner { worker, _heard: heard, _failed: failed, waiting })))
    }

    /// The codes in a picture, the nearest to its middle first; `None` when the worker cannot go on. `is_still`: no next one comes.
    pub async fn read(&self, picture: Picture, is_still: bool) -> Option<Vec<Found>> {
        let (sender, answer) = channel();
        let message = Object::new();
        let pixels = Uint8Array::from(picture.rgba.as_slice());
        let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value).is_ok();
        let is_whole = set("width", &picture.width.into())
            && set("height", &picture.height.into())
            && set("pixels", &pixels)
            && set("still", &is_still.into());
        if !is_whole {
            return None;
        }
        // The pixels go over without being copied again.
        self.0.worker.post_message_with_transfer(&message, &Array::of1(&pixels.buffer())).ok()?;
        self.0.waiting.borrow_mut().push_back(sender);
        answer.await.ok().flatten()
    }
}

fn read(found: &Array) -> Vec<Found> {
    let words: Vec<String> = found.iter().filter_map(|word| word.as_string()).collect();
    let (pairs, _) = words.as_chunks::<2>();
    pairs.iter().filter_map(|[kind, text]| Some((symbology(kind)?, text.clone()))).collect()
}

/// As `crates/scanner/src/worker.rs` writes it.
fn symbology(name: &str) -> Option<Symbology> {
    Some(match name {
        "ean-13" => Symbology::Ean13,
        "ean-8" => Symbology::Ean8,
        "upc-a" => Symbology::UpcA,
        "upc-e" => Symbology::UpcE,
        "itf-14" => Symbology::Itf14,
        "qr" => Symbology::Qr,
        _ => return None,
    })
}
