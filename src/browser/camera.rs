//! The camera: one request a visit, its picture in a `<video>`, its frames for who reads them, its light, its lenses.

use super::storage;
use crate::markup::HtmlVideoElement;
use crate::prelude::*;
use js_sys::{Array, Object, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, MediaDeviceInfo, MediaDeviceKind, MediaStream, MediaStreamConstraints, MediaStreamTrack,
};

/// The lens that was chosen last on this phone.
const LENS: &str = "lens";
/// Frames are taken no larger than this, in pixels across: the decoder needs no more.
const ACROSS: u32 = 1280;

/// Whether it runs, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraState {
    /// Nobody has asked for it.
    Off,
    /// The visitor is being asked.
    Asking,
    /// It shows something.
    Running,
    /// The visitor, or whoever looks after this device, said no.
    Refused,
    /// This device has none.
    Absent,
    /// Another program has it.
    InUse,
    /// The page came over plain http, where browsers give no camera.
    Insecure,
    /// It stopped: pulled out, or taken away while the tab slept.
    Lost,
}

/// A lens of this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// For [`Camera::choose`].
    pub id: String,
    /// What the device calls it.
    pub name: String,
}

/// A frame: four bytes a pixel.
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Row after row.
    pub rgba: Vec<u8>,
}

/// Handles; copying copies nothing else.
#[derive(Clone, Copy)]
pub struct Camera {
    /// For `node_ref=` of the `<video>`.
    pub video: NodeRef<HtmlVideoElement>,
    state: RwSignal<CameraState>,
    light: RwSignal<Option<bool>>,
    lenses: RwSignal<Vec<Lens>>,
    stream: StoredValue<Option<Running>>,
}

/// Ends with its last holder.
#[derive(Clone)]
struct Running {
    stream: MediaStream,
    _ended: std::rc::Rc<Closure<dyn FnMut()>>,
}

impl PartialEq for Running {
    fn eq(&self, other: &Self) -> bool {
        self.stream == other.stream
    }
}

/// A camera that is off; it is let go with the owner.
pub fn use_camera() -> Camera {
    let camera = Camera {
        video: NodeRef::new(),
        state: RwSignal::new(CameraState::Off),
        light: RwSignal::new(None),
        lenses: RwSignal::new(Vec::new()),
        stream: StoredValue::new(None),
    };
    on_cleanup(move || camera.let_go());
    camera
}

impl Camera {
    /// Whether it runs, and why not.
    pub fn state(self) -> Signal<CameraState> {
        self.state.into()
    }

    /// Whether its light is on; `None` where it has none.
    pub fn light(self) -> Signal<Option<bool>> {
        self.light.into()
    }

    /// The lenses to choose from, once it runs.
    pub fn lenses(self) -> Signal<Vec<Lens>> {
        self.lenses.into()
    }

    /// Asks for it, in answer to a press or on coming to the page.
    pub fn open(self) {
        self.let_go();
        self.state.set(CameraState::Asking);
        spawn_local(async move {
            let state = match self.start().await {
                Ok(()) => CameraState::Running,
                Err(reason) => reason,
            };
            // Who left meanwhile wants no camera.
            if !self.state.try_set(state) {
                self.let_go();
            }
        });
    }

    /// Looks through another lens, and again next time.
    pub fn choose(self, lens: &str) {
        storage::set_local(LENS, lens);
        self.open();
    }

    /// Switches its light.
    pub fn toggle_light(self) {
        let (Some(track), Some(on)) = (self.track(), self.light.get_untracked()) else { return };
        let wish = object(&[("torch", (!on).into())]);
        let constraints = object(&[("advanced", Array::of1(&wish).into())]);
        let Ok(done) = track.apply_constraints_with_constraints(constraints.unchecked_ref()) else { return };
        spawn_local(async move {
            if JsFuture::from(done).await.is_ok() {
                self.light.try_set(Some(!on));
            }
        });
    }

    /// What it shows now; `None` before the first frame.
    pub fn picture(self) -> Option<Picture> {
        let video = self.video.get_untracked()?;
        let (width, height) = (video.video_width(), video.video_height());
        if width == 0 || height == 0 {
            return None;
        }
        let scale = (f64::from(ACROSS) / f64::from(width.max(height))).min(1.0);
        let [width, height] = [width, height].map(|side| (f64::from(side) * scale) as u32);
        draw(width, height, |canvas| {
            canvas.draw_image_with_html_video_element_and_dw_and_dh(&video, 0.0, 0.0, f64::from(width), f64::from(height)).is_ok()
        })
    }

    async fn start(self) -> Result<(), CameraState> {
        let stream = ask().await?;
        let track = stream.get_video_tracks().get(0).dyn_into::<MediaStreamTrack>().map_err(|_| CameraState::Absent)?;
        let ended = Closure::<dyn FnMut()>::new(move || {
            self.state.try_set(CameraState::Lost);
        });
        track.set_onended(Some(ended.as_ref().unchecked_ref()));
        let has_light = Reflect::get(&capabilities(&track), &"torch".into()).is_ok_and(|torch| torch.is_truthy());
        self.light.try_set(has_light.then_some(false));
        if self.stream.try_update_value(|kept| *kept = Some(Running { stream: stream.clone(), _ended: std::rc::Rc::new(ended) })).is_none()
        {
            stop(&stream);
            return Ok(());
        }
        let Some(video) = self.video.get_untracked() else { return Ok(()) };
        video.set_src_object(Some(&stream));
        if let Ok(playing) = video.play() {
            JsFuture::from(playing).await.map_err(|_| CameraState::Lost)?;
        }
        self.lenses.try_set(lenses().await);
        Ok(())
    }

    fn track(self) -> Option<MediaStreamTrack> {
        self.stream.try_get_value().flatten()?.stream.get_video_tracks().get(0).dyn_into().ok()
    }

    fn let_go(self) {
        if let Some(running) = self.stream.try_update_value(Option::take).flatten() {
            stop(&running.stream);
        }
    }
}

/// A photograph from the roll.
pub async fn photograph(file: &super::file::LocalFile) -> Option<Picture> {
    let decoding = window().create_image_bitmap_with_blob(file.blob()).ok()?;
    let picture = JsFuture::from(decoding).await.ok()?.dyn_into::<web_sys::ImageBitmap>().ok()?;
    // Larger than a frame: a code may be a small part of it.
    let scale = (2.0 * f64::from(ACROSS) / f64::from(picture.width().max(picture.height()))).min(1.0);
    let [width, height] = [picture.width(), picture.height()].map(|side| (f64::from(side) * scale) as u32);
    draw(width, height, |canvas| {
        canvas.draw_image_with_image_bitmap_and_dw_and_dh(&picture, 0.0, 0.0, f64::from(width), f64::from(height)).is_ok()
    })
}

/// The lens that was chosen before, else one that looks away from the visitor.
async fn ask() -> Result<MediaStream, CameraState> {
    let devices = window().navigator().media_devices().map_err(|_| CameraState::Insecure)?;
    let lens = match storage::local(LENS) {
        Some(id) => ("deviceId", object(&[("ideal", id.into())])),
        None => ("facingMode", object(&[("ideal", "environment".into())])),
    };
    let wish = object(&[(lens.0, lens.1.into()), ("width", object(&[("ideal", ACROSS.into())]).into())]);
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&wish);
    let asked = devices.get_user_media_with_constraints(&constraints).map_err(|error| reason(&error))?;
    JsFuture::from(asked).await.map_err(|error| reason(&error))?.dyn_into().map_err(|_| CameraState::Absent)
}

/// By the names of W3C Media Capture and Streams §10.2.
fn reason(error: &JsValue) -> CameraState {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    match name.as_str() {
        "NotAllowedError" | "SecurityError" => CameraState::Refused,
        "NotReadableError" | "AbortError" => CameraState::InUse,
        _ => CameraState::Absent,
    }
}

async fn lenses() -> Vec<Lens> {
    let Some(list) = window().navigator().media_devices().ok().and_then(|devices| devices.enumerate_devices().ok()) else {
        return Vec::new();
    };
    let Ok(list) = JsFuture::from(list).await else { return Vec::new() };
    let list = Array::from(&list);
    let devices = list.iter().filter_map(|device| device.dyn_into::<MediaDeviceInfo>().ok());
    let lenses = devices.filter(|device| device.kind() == MediaDeviceKind::Videoinput);
    lenses.map(|device| Lens { id: device.device_id(), name: device.label() }).collect()
}

/// Missing in some browsers, where web-sys would trap.
fn capabilities(track: &MediaStreamTrack) -> JsValue {
    let get = Reflect::get(track, &"getCapabilities".into()).ok().and_then(|get| get.dyn_into::<js_sys::Function>().ok());
    get.and_then(|get| get.call0(track).ok()).unwrap_or_else(|| Object::new().into())
}

fn stop(stream: &MediaStream) {
    for track in stream.get_tracks().iter().filter_map(|track| track.dyn_into::<MediaStreamTrack>().ok()) {
        track.set_onended(None);
        track.stop();
    }
}

fn draw(width: u32, height: u32, paint: impl FnOnce(&CanvasRenderingContext2d) -> bool) -> Option<Picture> {
    thread_local! {
        static CANVAS: Option<HtmlCanvasElement> = document().create_element("canvas").ok().and_then(|canvas| canvas.dyn_into().ok());
    }
    CANVAS.with(|canvas| {
        let canvas = canvas.as_ref()?;
        if (canvas.width(), canvas.height()) != (width, height) {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        // The pixels are read, never shown.
        let how = object(&[("willReadFrequently", true.into())]);
        let context = canvas.get_context_with_context_options("2d", &how).ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        if !paint(&context) {
            return None;
        }
        let pixels = context.get_image_data(0.0, 0.0, f64::from(width), f64::from(height)).ok()?;
        Some(Picture { width, height, rgba: pixels.data().0 })
    })
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
