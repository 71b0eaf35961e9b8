//! Which tries a frame gets, the cheap ones first.

use crate::{Frame, Read, linear, qr};
use domain::gs1::Symbology;
use rxing::Luma8LuminanceSource;
use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};

/// The first try sees the whole frame in about this many pixels across.
const ACROSS: usize = 640;

/// A try after the first two have found nothing. A live frame gets one, in turn: the next frame comes in a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Second {
    Inverted,
    Turned,
    Half,
    Double,
    Sharp,
    Global,
}

const SECONDS: [Second; 6] = [Second::Inverted, Second::Turned, Second::Half, Second::Double, Second::Sharp, Second::Global];

/// Reads frames one after another.
#[derive(Debug, Default)]
pub struct Scanner {
    turn: usize,
    /// What the frame before said, believed or not.
    before: Vec<Read>,
}

impl Scanner {
    /// What a frame of a moving picture shows, the nearest to its middle first. Bars are believed when two frames agree; the nearest
    /// are waited for, a frame long, so that what stands farther out does not come before them.
    pub fn live(&mut self, frame: &Frame) -> Vec<Read> {
        let mut found = first(frame);
        if found.is_empty() {
            self.turn = (self.turn + 1) % SECONDS.len();
            found = second(frame, SECONDS[self.turn]);
        }
        let found = nearest_first(found, frame);
        let is_believed = |read: &&Read| read.symbology == Symbology::Qr || self.was_read(read);
        let is_early = found.first().is_some_and(|nearest| !is_believed(&nearest)) && !found.iter().any(|read| self.was_read(read));
        let believed = if is_early { Vec::new() } else { found.iter().filter(is_believed).cloned().collect() };
        self.before = found;
        believed
    }

    /// What a photograph shows, the nearest to its middle first: every try until one finds something.
    pub fn still(frame: &Frame) -> Vec<Read> {
        let mut tries = std::iter::once(first(frame)).chain(SECONDS.into_iter().map(|one| second(frame, one)));
        nearest_first(tries.find(|found| !found.is_empty()).unwrap_or_default(), frame)
    }

    fn was_read(&self, read: &Read) -> bool {
        self.before.iter().any(|before| before.text == read.text && before.symbology == read.symbology)
    }
}

/// All of it made small; where it was large and shows nothing so, its middle as it is.
fn first(frame: &Frame) -> Vec<Read> {
    let by = (frame.width().max(frame.height()) / ACROSS).max(1);
    let found = look(&frame.reduced(by), by as f32, (0, 0));
    if !found.is_empty() || by == 1 {
        return found;
    }
    let (middle, corner) = frame.middle(ACROSS);
    look(&middle, 1.0, corner)
}

fn second(frame: &Frame, how: Second) -> Vec<Read> {
    let by = (frame.width().max(frame.height()) / ACROSS).max(1);
    let small = frame.reduced(by);
    let scale = by as f32;
    match how {
        Second::Inverted => first(&frame.inverted()),
        Second::Turned => {
            let turned = bars(&small.turned(), scale);
            turned.into_iter().map(|read| Read { middle: (read.middle.1, read.middle.0), ..read }).collect()
        }
        Second::Half => look(&small.reduced(2), 2.0 * scale, (0, 0)),
        Second::Double => {
            let (middle, (left, top)) = frame.middle(ACROSS);
            let found = look(&middle.doubled(), 0.5, (0, 0));
            found.into_iter().map(|read| Read { middle: (read.middle.0 + left as f32, read.middle.1 + top as f32), ..read }).collect()
        }
        Second::Sharp => {
            let found = look(&small.sharpened(), scale, (0, 0));
            if !found.is_empty() || by == 1 {
                return found;
            }
            let (middle, corner) = frame.middle(ACROSS);
            look(&middle.sharpened(), 1.0, corner)
        }
        Second::Global => match source(&small) {
            Some(source) => squares(&GlobalHistogramBinarizer::new(source), scale, (0, 0)),
            None => Vec::new(),
        },
    }
}

/// Everything in one picture. `scale` and `corner` lead back to the frame.
fn look(picture: &Frame, scale: f32, corner: (usize, usize)) -> Vec<Read> {
    let Some(source) = source(picture) else { return Vec::new() };
    let mut found = squares(&HybridBinarizer::new(source), scale, corner);
    let shift = |read: Read| Read { middle: (read.middle.0 + corner.0 as f32, read.middle.1 + corner.1 as f32), ..read };
    found.extend(bars(picture, scale).into_iter().map(shift));
    found
}

fn squares(picture: &impl rxing::Binarizer, scale: f32, corner: (usize, usize)) -> Vec<Read> {
    let Ok(matrix) = picture.get_black_matrix() else { return Vec::new() };
    let place = |(x, y): (f32, f32)| (x * scale + corner.0 as f32, y * scale + corner.1 as f32);
    let read = |(text, middle)| Read { text, symbology: Symbology::Qr, middle: place(middle) };
    qr::read(matrix).into_iter().map(read).collect()
}

fn bars(picture: &Frame, scale: f32) -> Vec<Read> {
    let Some(source) = source(picture) else { return Vec::new() };
    let found = linear::read(&source, picture.width(), picture.height());
    found.into_iter().map(|(text, symbology, (x, y))| Read { text, symbology, middle: (x * scale, y * scale) }).collect()
}

/// Smaller pictures hold no code, and the binarizer wants some pixels.
fn source(picture: &Frame) -> Option<Luma8LuminanceSource> {
    let (width, height) = (u32::try_from(picture.width()).ok()?, u32::try_from(picture.height()).ok()?);
    if width < 21 || height < 21 {
        return None;
    }
    Luma8LuminanceSource::new(picture.grey().to_vec(), width, height).ok()
}

/// Each text once.
fn nearest_first(mut found: Vec<Read>, frame: &Frame) -> Vec<Read> {
    let (x, y) = (frame.width() as f32 / 2.0, frame.height() as f32 / 2.0);
    found.sort_by(|a, b| {
        let far = |read: &Read| (read.middle.0 - x).powi(2) + (read.middle.1 - y).powi(2);
        far(a).total_cmp(&far(b))
    });
    let mut seen: Vec<Read> = Vec::new();
    for read in found {
        if !seen.iter().any(|known| known.text == read.text && known.symbology == read.symbology) {
            seen.push(read);
        }
    }
    seen
}
