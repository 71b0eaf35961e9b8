//! A short chime and a buzz. Browsers allow sound only after a press, so it is off until somebody opens it.

use js_sys::Reflect;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::AudioContext;

thread_local! {
    static SOUND: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// Opens the sound in answer to a press; false where this browser has none.
pub fn open() -> bool {
    SOUND.with_borrow_mut(|sound| {
        if sound.is_none() {
            *sound = AudioContext::new().ok();
        }
        sound.is_some()
    })
}

/// Whether it is open.
pub fn is_open() -> bool {
    SOUND.with_borrow(Option::is_some)
}

/// Closes it.
pub fn close() {
    if let Some(sound) = SOUND.take() {
        // A device that is closed already stays closed.
        let _ = sound.close();
    }
}

/// Two rising tones: something came.
pub fn chime() {
    play(&[(784.0, 0.0), (1046.5, 0.16)]);
}

/// One high tone: read.
pub fn hit() {
    play(&[(1318.5, 0.0)]);
}

/// One low tone: that was wrong.
pub fn wrong() {
    play(&[(196.0, 0.0)]);
}

/// A short buzz, where the device can.
pub fn buzz() {
    let Some(window) = web_sys::window() else { return };
    let navigator = window.navigator();
    // Missing on Apple's phones; web-sys would trap on it.
    if Reflect::get(&navigator, &JsValue::from_str("vibrate")).is_ok_and(|vibrate| vibrate.is_function()) {
        navigator.vibrate_with_duration(180);
    }
}

/// Tones of this pitch (Hz), each beginning after so many seconds.
fn play(tones: &[(f32, f64)]) {
    SOUND.with_borrow(|sound| {
        let Some(sound) = sound else { return };
        // A tab in the background may have been put to sleep.
        let _ = sound.resume();
        for (pitch, after) in tones {
            // A sound that fails is no reason to stop working.
            let _ = tone(sound, *pitch, sound.current_time() + after);
        }
    });
}

fn tone(sound: &AudioContext, pitch: f32, at: f64) -> Result<(), JsValue> {
    let (oscillator, volume) = (sound.create_oscillator()?, sound.create_gain()?);
    oscillator.frequency().set_value(pitch);
    volume.gain().set_value_at_time(0.25, at)?;
    volume.gain().exponential_ramp_to_value_at_time(0.001, at + 0.4)?;
    oscillator.connect_with_audio_node(&volume)?;
    volume.connect_with_audio_node(&sound.destination())?;
    oscillator.start_with_when(at)?;
    oscillator.stop_with_when(at + 0.4)
}
