//! A code on a table, and what lies between it and the sensor.

use crate::codes::Code;
use image::GrayImage;

/// Splitmix64: the same numbers on every machine.
pub struct Luck(u64);

impl Luck {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn between(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// What makes a frame hard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Plain,
    Rotated,
    Blurred,
    Perspective,
    Noisy,
    Dark,
    Small,
    Inverse,
    Mixed,
    Empty,
}

impl Kind {
    pub const ALL: [Self; 10] = [
        Self::Plain,
        Self::Rotated,
        Self::Blurred,
        Self::Perspective,
        Self::Noisy,
        Self::Dark,
        Self::Small,
        Self::Inverse,
        Self::Mixed,
        Self::Empty,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Rotated => "rotated",
            Self::Blurred => "blurred",
            Self::Perspective => "perspective",
            Self::Noisy => "noisy",
            Self::Dark => "dark",
            Self::Small => "small",
            Self::Inverse => "inverse",
            Self::Mixed => "mixed",
            Self::Empty => "empty",
        }
    }
}

const WIDTH: usize = 1280;
const HEIGHT: usize = 720;
/// Samples a pixel's side, against jagged edges.
const FINE: usize = 3;

/// How a frame is taken.
struct Shot {
    /// Pixels a module.
    module: f64,
    angle: f64,
    /// How much nearer one side is than the other.
    tilt: (f64, f64),
    middle: (f64, f64),
    blur: usize,
    noise: f64,
    /// Dark and light of the print, 0 to 255.
    ink: (f64, f64),
    /// Light on one side less light on the other.
    shade: f64,
}

impl Shot {
    fn new(code: Option<&Code>, kind: Kind, luck: &mut Luck) -> Self {
        let is_bars = code.is_some_and(|code| code.height == 1);
        let mixed = kind == Kind::Mixed;
        let smallest = if is_bars { 2.2 } else { 3.0 };
        let module = if kind == Kind::Small { luck.between(smallest * 0.7, smallest) } else { luck.between(smallest, smallest * 2.2) };
        // Bars are held as they lie, a square any way up.
        let turn = if is_bars { 0.35 } else { std::f64::consts::PI };
        let angle = if kind == Kind::Rotated || mixed { luck.between(-turn, turn) } else { luck.between(-0.05, 0.05) };
        let lean = if kind == Kind::Perspective {
            0.35
        } else if mixed {
            0.15
        } else {
            0.03
        };
        let ink = match kind {
            Kind::Dark => (luck.between(8.0, 20.0), luck.between(45.0, 75.0)),
            Kind::Inverse => (225.0, 30.0),
            _ => (luck.between(20.0, 50.0), luck.between(190.0, 240.0)),
        };
        Self {
            module,
            angle,
            tilt: (luck.between(-lean, lean), luck.between(-lean, lean)),
            middle: (luck.between(0.35, 0.65) * WIDTH as f64, luck.between(0.35, 0.65) * HEIGHT as f64),
            blur: if kind == Kind::Blurred { 1 + luck.below(2) as usize } else { luck.below(2) as usize },
            noise: if kind == Kind::Noisy {
                28.0
            } else if kind == Kind::Dark {
                6.0
            } else if mixed {
                12.0
            } else {
                4.0
            },
            ink,
            shade: if mixed { 60.0 } else { 15.0 },
        }
    }
}

pub fn draw(code: Option<&Code>, kind: Kind, luck: &mut Luck) -> GrayImage {
    let shot = Shot::new(code, kind, luck);
    let table = Table::new(luck, shot.ink);
    let mut light = vec![0.0; WIDTH * HEIGHT];
    for (index, pixel) in light.iter_mut().enumerate() {
        let (x, y) = (index % WIDTH, index / WIDTH);
        let at = |pixel: usize, step: usize| pixel as f64 + (step as f64 + 0.5) / FINE as f64;
        let print = |sample: usize| code.and_then(|code| on_code(code, &shot, at(x, sample % FINE), at(y, sample / FINE)));
        *pixel = match print(FINE * FINE / 2) {
            Some(middle) => (0..FINE * FINE).map(|sample| print(sample).unwrap_or(middle)).sum::<f64>() / (FINE * FINE) as f64,
            None => table.at(x as f64 + 0.5, y as f64 + 0.5),
        };
    }
    (0..shot.blur).for_each(|_| light = blurred(&light));
    for (index, pixel) in light.iter_mut().enumerate() {
        *pixel += shot.shade * ((index % WIDTH) as f64 / WIDTH as f64 - 0.5);
        // Three even numbers are round enough for noise.
        *pixel += shot.noise * (luck.between(-1.0, 1.0) + luck.between(-1.0, 1.0) + luck.between(-1.0, 1.0)) / 1.7;
    }
    let bytes = light.into_iter().map(|pixel| pixel.clamp(0.0, 255.0) as u8).collect();
    GrayImage::from_raw(WIDTH as u32, HEIGHT as u32, bytes).expect("as many bytes as pixels")
}

/// The print at a pixel; `None` beside the label.
fn on_code(code: &Code, shot: &Shot, x: f64, y: f64) -> Option<f64> {
    let (x, y) = ((x - shot.middle.0) / shot.module, (y - shot.middle.1) / shot.module);
    let (sin, cos) = shot.angle.sin_cos();
    let (x, y) = (x * cos + y * sin, y * cos - x * sin);
    let rows = if code.height == 1 { 50 } else { code.height };
    let (half_width, half_height) = (code.width as f64 / 2.0, rows as f64 / 2.0);
    // What is farther away is smaller.
    let near = 1.0 + shot.tilt.0 * x / half_width / 2.0 + shot.tilt.1 * y / half_height / 2.0;
    let (u, v) = (x / near + half_width, y / near + half_height);
    let (dark, light) = shot.ink;
    let quiet = code.quiet as f64;
    if u < -quiet || v < -quiet || u >= code.width as f64 + quiet || v >= rows as f64 + quiet {
        return None;
    }
    if u < 0.0 || v < 0.0 || u >= code.width as f64 || v >= rows as f64 {
        return Some(light);
    }
    let row = if code.height == 1 { 0 } else { v as usize };
    Some(if code.modules[row * code.width + u as usize] { dark } else { light })
}

/// What the label lies on: stripes and patches, as shelves, floors and other packages are.
struct Table {
    base: f64,
    waves: [(f64, f64, f64); 4],
    patches: Vec<(f64, f64, f64, f64, f64)>,
}

impl Table {
    fn new(luck: &mut Luck, (dark, light): (f64, f64)) -> Self {
        let range = (dark.min(light), dark.max(light));
        let wave = |luck: &mut Luck| (luck.between(-0.2, 0.2), luck.between(-0.2, 0.2), luck.between(2.0, 14.0));
        let patch = |luck: &mut Luck| {
            let (x, y) = (luck.between(0.0, WIDTH as f64), luck.between(0.0, HEIGHT as f64));
            (x, y, luck.between(6.0, 160.0), luck.between(6.0, 160.0), luck.between(range.0, range.1))
        };
        Self {
            base: luck.between(range.0, range.1),
            waves: std::array::from_fn(|_| wave(luck)),
            patches: (0..40).map(|_| patch(luck)).collect(),
        }
    }

    fn at(&self, x: f64, y: f64) -> f64 {
        let patch = self
            .patches
            .iter()
            .rev()
            .find(|(left, top, width, height, _)| (*left..left + width).contains(&x) && (*top..top + height).contains(&y));
        let base = patch.map_or(self.base, |(.., grey)| *grey);
        base + self.waves.iter().map(|(across, down, much)| much * (across * x + down * y).sin()).sum::<f64>()
    }
}

/// Each pixel the mean of nine.
fn blurred(light: &[f64]) -> Vec<f64> {
    let mut soft = light.to_vec();
    for y in 1..HEIGHT - 1 {
        for x in 1..WIDTH - 1 {
            let rows = (y - 1..=y + 1).map(|y| light[y * WIDTH + x - 1..y * WIDTH + x + 2].iter().sum::<f64>());
            soft[y * WIDTH + x] = rows.sum::<f64>() / 9.0;
        }
    }
    soft
}
