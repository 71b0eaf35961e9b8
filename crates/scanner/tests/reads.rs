//! Codes as a camera may see them. The frames are drawn, not taken: what they say of real cameras is a beginning.

#[path = "../examples/synthetic/codes.rs"]
#[allow(dead_code)]
mod codes;
#[path = "../examples/synthetic/scene.rs"]
#[allow(dead_code)]
mod scene;

use codes::Code;
use scanner::{Frame, Read, Scanner, Symbology};
use scene::{Kind, Luck};

const LINK: &str = "https://shop.example/01/08801234500258?q=7K3M9PXA";

/// So many pixels a module, its quiet zone about it.
fn printed(code: &Code, module: usize) -> Frame {
    let rows = if code.height == 1 { 40 } else { code.height };
    let (across, down) = (code.width + 2 * code.quiet, rows + 2 * code.quiet);
    let dark = |x: usize, y: usize| {
        let (x, y) = (x.checked_sub(code.quiet)?, y.checked_sub(code.quiet)?);
        let row = if code.height == 1 { 0 } else { y };
        (x < code.width && y < rows).then(|| code.modules[row * code.width + x])
    };
    let pixel = |index: usize| {
        let (x, y) = (index % (across * module) / module, index / (across * module) / module);
        if dark(x, y) == Some(true) { 20 } else { 235 }
    };
    let (width, height) = (across * module, down * module);
    Frame::new(width, height, (0..width * height).map(pixel).collect()).expect("a frame")
}

/// Each pixel from where `from` says, white outside.
fn moved(frame: &Frame, width: usize, height: usize, from: impl Fn(f32, f32) -> (f32, f32)) -> Frame {
    let pixel = |index: usize| {
        let (x, y) = from((index % width) as f32, (index / width) as f32);
        let is_inside = x >= 0.0 && y >= 0.0 && (x as usize) < frame.width() && (y as usize) < frame.height();
        if is_inside { frame.grey()[y as usize * frame.width() + x as usize] } else { 235 }
    };
    Frame::new(width, height, (0..width * height).map(pixel).collect()).expect("a frame")
}

fn texts(read: &[Read]) -> Vec<&str> {
    read.iter().map(|read| read.text.as_str()).collect()
}

#[test]
fn a_label_is_read_any_way_up_inverted_and_mirrored() {
    let label = printed(&Code::qr(LINK.into()), 5);
    let (width, middle) = (420, 210.0);
    for degrees in (0..360).step_by(15) {
        let (sin, cos) = (degrees as f32).to_radians().sin_cos();
        let half = label.width() as f32 / 2.0;
        let turned = moved(&label, width, width, |x, y| {
            let (x, y) = (x - middle, y - middle);
            (x * cos + y * sin + half, y * cos - x * sin + half)
        });
        assert_eq!(texts(&Scanner::still(&turned)), [LINK], "{degrees}°");
    }
    let mirrored = moved(&label, label.width(), label.height(), |x, y| (label.width() as f32 - 1.0 - x, y));
    assert_eq!(texts(&Scanner::still(&mirrored)), [LINK]);
    let inverted = Frame::new(label.width(), label.height(), label.grey().iter().map(|grey| !grey).collect()).expect("a frame");
    assert_eq!(texts(&Scanner::still(&inverted)), [LINK]);
}

#[test]
fn bars_are_read_upside_down_and_standing() {
    for (code, symbology) in [
        (Code::ean13(vec![8, 8, 0, 1, 2, 3, 4, 5, 0, 0, 2, 5, 8]), Symbology::Ean13),
        (Code::ean13(vec![0, 0, 3, 6, 0, 0, 0, 2, 9, 1, 4, 5, 2]), Symbology::UpcA),
        (Code::ean8(vec![9, 6, 3, 8, 5, 0, 7, 4]), Symbology::Ean8),
        (Code::upc_e([0, 4, 2, 5, 2, 6, 1, 4]), Symbology::UpcE),
    ] {
        let lying = printed(&code, 3);
        let (width, height) = (lying.width(), lying.height());
        let over = moved(&lying, width, height, |x, y| (width as f32 - 1.0 - x, height as f32 - 1.0 - y));
        let standing = moved(&lying, height, width, |x, y| (y, x));
        for (how, frame) in [("lying", lying.clone()), ("upside down", over), ("standing", standing)] {
            let found = Scanner::still(&frame);
            let said: Vec<_> = found.iter().map(|read| (read.text.as_str(), read.symbology)).collect();
            let text = code.text.strip_prefix('0').filter(|_| symbology == Symbology::UpcA).unwrap_or(&code.text);
            assert_eq!(said, [(text, symbology)], "{how}");
        }
    }
}

/// 640 × 480, each code's left upper corner where it says.
fn together(codes: &[(Code, usize, f32, f32)]) -> Frame {
    let mut grey = vec![235; 640 * 480];
    for (code, module, left, top) in codes {
        let on = moved(&printed(code, *module), 640, 480, |x, y| (x - left, y - top));
        grey.iter_mut().zip(on.grey()).for_each(|(pixel, on)| *pixel = *on.min(pixel));
    }
    Frame::new(640, 480, grey).expect("a frame")
}

#[test]
fn of_several_codes_the_nearest_to_the_middle_is_first() {
    let places = [("a", 40.0, 40.0), ("b", 290.0, 170.0), ("c", 420.0, 260.0)];
    let found = Scanner::still(&together(&places.map(|(text, left, top)| (Code::qr(text.into()), 4, left, top))));
    assert_eq!(texts(&found), ["b", "c", "a"]);
    let (x, y) = found[0].middle;
    assert!((320.0..360.0).contains(&x) && (200.0..240.0).contains(&y), "{x} {y}");
}

#[test]
fn bars_of_a_moving_picture_are_believed_when_two_frames_agree() {
    let (one, other) = (Code::ean13(vec![8, 8, 0, 1, 2, 3, 4, 5, 0, 0, 2, 5, 8]), Code::ean8(vec![9, 6, 3, 8, 5, 0, 7, 4]));
    let mut scanner = Scanner::default();
    assert!(scanner.live(&printed(&one, 3)).is_empty());
    assert!(scanner.live(&printed(&other, 3)).is_empty());
    assert_eq!(texts(&scanner.live(&printed(&other, 3))), ["96385074"]);
    assert_eq!(texts(&scanner.live(&printed(&Code::qr(LINK.into()), 4))), [LINK], "a square proves itself");
}

#[test]
fn bars_in_the_middle_of_a_moving_picture_come_before_the_squares_beside_them() {
    let bars = Code::ean13(vec![8, 8, 0, 1, 2, 3, 4, 5, 0, 0, 2, 5, 8]);
    let frame = together(&[(Code::qr("far".into()), 4, 10.0, 10.0), (bars, 3, 145.0, 160.0), (Code::qr("near".into()), 4, 330.0, 345.0)]);
    let mut scanner = Scanner::default();
    assert!(scanner.live(&frame).is_empty(), "the bars are not believed yet");
    assert_eq!(texts(&scanner.live(&frame)), ["8801234500258", "near", "far"]);
}

#[test]
fn noise_and_the_parts_of_a_code_say_nothing() {
    let codes = [Code::qr(LINK.into()), Code::ean13(vec![8, 8, 0, 1, 2, 3, 4, 5, 0, 0, 2, 5, 8]), Code::ean8(vec![9, 6, 3, 8, 5, 0, 7, 4])];
    for (seed, code) in (0..).zip(&codes) {
        let whole = printed(code, 4);
        let half = whole.width() as f32 / 2.0;
        for (name, from) in [("left", 0.0), ("right", half)] {
            let mut luck = Luck::new(seed);
            // Half a code on the left, white on the right, and noise over everything.
            let cut =
                moved(&whole, 640, 480, |x, y| if (100.0..100.0 + half).contains(&x) { (x - 100.0 + from, y - 60.0) } else { (-1.0, 0.0) });
            let noisy = |amount: u64, luck: &mut Luck| {
                let grey = cut.grey().iter().map(|pixel| pixel.saturating_sub(luck.below(amount) as u8)).collect();
                Frame::new(640, 480, grey).expect("a frame")
            };
            let mut scanner = Scanner::default();
            for amount in [1, 60, 120, 235] {
                let frame = noisy(amount, &mut luck);
                assert_eq!(texts(&Scanner::still(&frame)), [""; 0], "the {name} half of a {}, {amount}", code.format);
                let again = noisy(amount, &mut luck);
                assert!([frame, again].iter().all(|frame| scanner.live(frame).is_empty()), "{name} half of a {}, moving", code.format);
            }
        }
    }
}

#[test]
fn a_frame_without_a_code_says_nothing_however_it_looks() {
    let mut scanner = Scanner::default();
    for (width, height) in [(1, 1), (20, 20), (40, 3), (3, 40), (640, 1), (64, 64)] {
        for grey in [0, 128, 255] {
            let frame = Frame::new(width, height, vec![grey; width * height]).expect("a frame");
            assert!(Scanner::still(&frame).is_empty() && scanner.live(&frame).is_empty(), "{width} × {height}");
        }
    }
    let half = printed(&Code::qr(LINK.into()), 5);
    let cut = moved(&half, half.width() / 2, half.height(), |x, y| (x, y));
    assert!(Scanner::still(&cut).is_empty(), "half a code");
}

/// A frame of `--example synthetic` by its seed and number, and what it says.
fn synthetic(seed: u64, index: u64) -> (Frame, Option<Code>, Kind) {
    let mut luck = Luck::new(seed.wrapping_mul(1_000_003).wrapping_add(index));
    let kind = Kind::ALL[index as usize % Kind::ALL.len()];
    let code = (kind != Kind::Empty).then(|| Code::any(&mut luck));
    let picture = scene::draw(code.as_ref(), kind, &mut luck);
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    (Frame::new(width, height, picture.into_raw()).expect("a frame"), code, kind)
}

#[test]
fn rows_that_agree_on_another_number_are_not_believed() {
    // Each was misread while the widths of the bars alone counted.
    for (seed, index) in [(7, 96), (7, 465), (1234, 302)] {
        let (frame, code, _) = synthetic(seed, index);
        let found = Scanner::still(&frame);
        assert!(found.iter().all(|read| code.as_ref().is_some_and(|code| code.text == read.text)), "{seed} {index}: {found:?}");
    }
}

#[test]
fn drawn_frames_are_mostly_read_and_never_misread() {
    let (mut read, mut drawn) = (0, 0);
    for index in 0..20 {
        let (frame, code, kind) = synthetic(0, 7 + index);
        let found = Scanner::still(&frame);
        let expected = code.map(|code| code.text);
        assert!(found.iter().all(|read| Some(&read.text) == expected.as_ref()), "{}: {found:?} for {expected:?}", kind.name());
        drawn += usize::from(expected.is_some());
        read += usize::from(!found.is_empty());
    }
    assert!(read * 10 >= drawn * 8, "{read} of {drawn}");
}
