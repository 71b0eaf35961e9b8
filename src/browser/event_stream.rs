//! Reads a server-sent event stream from a fetch reply's body: `EventSource` cannot carry a token in a header.
//! Format: <https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream>.

use js_sys::{Reflect, Uint8Array};
use std::collections::VecDeque;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// One event of the stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Its name; empty where the server gave none.
    pub event: String,
    /// Its lines, joined.
    pub data: String,
}

/// A stream under way. Dropped, it stops.
pub struct EventStream {
    reader: ReadableStreamDefaultReader,
    rest: Vec<u8>,
    ready: VecDeque<Frame>,
}

impl EventStream {
    /// Reads from a reply's body; `None` when somebody else reads it.
    pub fn of(body: &ReadableStream) -> Option<Self> {
        let reader = body.get_reader().dyn_into().ok()?;
        Some(Self { reader, rest: Vec::new(), ready: VecDeque::new() })
    }

    /// The next event; `None` when the stream has ended or broken.
    pub async fn next(&mut self) -> Option<Frame> {
        loop {
            if let Some(frame) = self.ready.pop_front() {
                return Some(frame);
            }
            let part = JsFuture::from(self.reader.read()).await.ok()?;
            let get = |name: &str| Reflect::get(&part, &JsValue::from_str(name)).ok();
            if get("done")?.is_truthy() {
                return None;
            }
            let bytes: Uint8Array = get("value")?.dyn_into().ok()?;
            self.rest.extend(bytes.to_vec());
            self.ready.extend(frames(&mut self.rest));
        }
    }
}

impl Drop for EventStream {
    fn drop(&mut self) {
        let done = self.reader.cancel();
        // An aborted request rejects it, which is no news; unheard it would be an error in the console.
        wasm_bindgen_futures::spawn_local(async { drop(JsFuture::from(done).await) });
    }
}

/// Takes all whole frames out of `bytes`. A frame ends with an empty line, so a character cut in half stays in the rest.
fn frames(bytes: &mut Vec<u8>) -> Vec<Frame> {
    let mut found = Vec::new();
    let mut begin = 0;
    while let Some(length) = bytes[begin..].windows(2).position(|pair| pair == b"\n\n") {
        found.extend(frame(&String::from_utf8_lossy(&bytes[begin..begin + length])));
        begin += length + 2;
    }
    bytes.drain(..begin);
    found
}

/// A frame of comments only says nothing.
fn frame(text: &str) -> Option<Frame> {
    let mut frame = Frame::default();
    let mut data = Vec::new();
    for line in text.lines() {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => frame.event = value.to_owned(),
            "data" => data.push(value),
            _ => {}
        }
    }
    frame.data = data.join("\n");
    (!frame.event.is_empty() || !data.is_empty()).then_some(frame)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_frames_are_taken_and_the_rest_waits() {
        let mut bytes = b": hello\n\nevent: happening\nid: 7\ndata: {\"a\":1}\n\nevent: ping\ndata:\n\nevent: hap".to_vec();
        let read = frames(&mut bytes);
        let expected = [("happening", "{\"a\":1}"), ("ping", "")].map(|(event, data)| Frame { event: event.into(), data: data.into() });
        assert_eq!(read, expected);
        assert_eq!(bytes, b"event: hap");
    }
}
