use super::*;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::{BufRead as _, BufReader, Cursor};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Red on the left, blue on the right: a picture with a way up.
fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 30, 30]) } else { Rgb([30, 30, 220]) })
}

/// Nothing to compress.
fn noise(width: u32, height: u32, mut seed: u32) -> RgbImage {
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed.to_be_bytes()[0]
    };
    RgbImage::from_fn(width, height, |_, _| Rgb([next(), next(), next()]))
}

fn file(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).expect("a file");
    bytes.into_inner()
}

/// A JPEG as a phone writes it: with its orientation, where it was taken, and a comment.
fn photographed(image: RgbImage, orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend([0, 0, 0, 0]);
    exif.extend([1, 0, 0x1D, 0, 2, 0, 11, 0, 0, 0, 56, 0, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPS-SEOUL-\0");
    let segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).expect("a short segment").to_be_bytes();
        [&[0xFF, marker][..], &length, content].concat()
    };
    let plain = file(image, ImageFormat::Jpeg);
    [&plain[..2], &segment(0xE1, &exif), &segment(0xFE, b"taken by Kim Minji"), &plain[2..]].concat()
}

/// A PNG's beginning that says how large it is, and nothing after it.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let ihdr = [b"IHDR", &width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let crc = !ihdr.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    });
    [b"\x89PNG\r\n\x1a\n\0\0\0\x0D", &ihdr[..], &crc.to_be_bytes(), b"\0\0\xFF\xFFIDAT"].concat()
}

async fn kept(bytes: Vec<u8>) -> (TempDir, Kept) {
    let data = TempDir::new().expect("a folder");
    let kept = keep(data.path(), bytes).await.expect("a picture");
    (data, kept)
}

fn read(file: &Path) -> RgbImage {
    image::ImageReader::open(file).expect("a file").with_guessed_format().expect("a format").decode().expect("a picture").into_rgb8()
}

fn names(data: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(data.join("media")).into_iter().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn what_is_no_picture_or_too_much_of_one_is_refused_and_leaves_nothing() {
    let jpeg = file(noise(400, 300, 1), ImageFormat::Jpeg);
    let png = file(noise(400, 300, 1), ImageFormat::Png);
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    let gif =
        [b"GIF89a", &[0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0, 0][..], &[0; 6], b",", &[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 2, 1, 0, 0], b";"]
            .concat();
    let huge_webp = b"RIFF\x14\0\0\0WEBPVP8L\x05\0\0\0\x2F\xFE\xBF\xFF\x0F\0\0\0".to_vec();
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", Vec::new(), "not-a-picture"),
        ("a script in a drawing", svg.clone(), "not-a-picture"),
        ("a drawing that calls itself XML", [b"<?xml version=\"1.0\"?>".to_vec(), svg].concat(), "not-a-picture"),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec(), "not-a-picture"),
        ("a bitmap of Windows", b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec(), "not-a-picture"),
        ("more bytes than allowed", [png.clone(), vec![0; MOST_BYTES]].concat(), "too-large"),
        ("40,000 pixels wide", png_header(40_000, 10), "too-many-pixels"),
        ("40,000 pixels tall", png_header(10, 40_000), "too-many-pixels"),
        ("a bomb of 256 million pixels", png_header(16_000, 16_000), "too-many-pixels"),
        ("a moving picture of 4 thousand million", gif, "too-many-pixels"),
        ("a WebP of 268 million", huge_webp, "too-many-pixels"),
        ("half a JPEG", jpeg[..jpeg.len() / 2].to_vec(), "damaged"),
        ("a JPEG without its last bytes", jpeg[..jpeg.len() - 2].to_vec(), "damaged"),
        ("half a PNG", png[..png.len() / 2].to_vec(), "damaged"),
        ("a PNG that only begins", png_header(300, 200), "damaged"),
    ];
    let data = TempDir::new().expect("a folder");
    for (case, bytes, reason) in cases {
        let refusal = keep(data.path(), bytes).await.expect_err(case);
        assert_eq!(refusal.as_str(), reason, "{case}: {refusal}");
        assert_eq!(names(data.path()), [""; 0], "{case}");
    }
}

#[tokio::test]
async fn every_kind_is_kept_in_its_widths_and_never_made_larger() {
    for (format, width, widths) in [
        (ImageFormat::Jpeg, 2000, vec![160, 320, 640, 1280]),
        (ImageFormat::Png, 1280, vec![160, 320, 640, 1280]),
        (ImageFormat::WebP, 700, vec![160, 320, 640, 700]),
        (ImageFormat::Gif, 160, vec![160]),
        (ImageFormat::Png, 9, vec![9]),
    ] {
        let (data, kept) = kept(file(two_halves(width, width / 2), format)).await;
        assert_eq!(kept.widths, widths, "{format:?} {width}");
        assert_eq!((kept.width, kept.height), (width.min(1280), width.min(1280) / 2), "{format:?} {width}");
        assert_eq!(kept.media_type, "image/jpeg");
        let media = data.path().join("media");
        for width in &kept.widths {
            assert_eq!(read(&path_in_width(&media, &kept.hash, *width)).width(), *width);
        }
        assert_eq!(read(&path(&media, &kept.hash)).dimensions(), (kept.width, kept.height));
        let written: u64 = names(data.path()).iter().map(|name| media.join(name).metadata().expect("a file").len()).sum();
        assert_eq!((kept.bytes, names(data.path()).len()), (written, widths.len() + 1));
    }
}

#[tokio::test]
async fn a_photograph_stands_upright_and_tells_nothing_of_who_took_it_where() {
    for (orientation, upright, left, top) in
        [(1, (300, 200), "red", "red"), (3, (300, 200), "blue", "blue"), (6, (200, 300), "red", "red"), (8, (200, 300), "blue", "blue")]
    {
        let taken = photographed(two_halves(300, 200), orientation);
        assert!(taken.windows(9).any(|window| window == b"GPS-SEOUL"));
        let (data, kept) = kept(taken).await;
        let media = data.path().join("media");
        let image = read(&path(&media, &kept.hash));
        assert_eq!(image.dimensions(), upright, "orientation {orientation}");
        let colour = |x, y| if image.get_pixel(x, y)[0] > 128 { "red" } else { "blue" };
        assert_eq!((colour(3, 100), colour(100, 3)), (left, top), "orientation {orientation}");
        for name in names(data.path()) {
            let bytes = std::fs::read(media.join(&name)).expect("a file");
            for told in ["Exif", "GPS", "Kim", "EXIF"] {
                assert!(!bytes.windows(told.len()).any(|window| window == told.as_bytes()), "{name} tells {told}");
            }
        }
    }
}

#[tokio::test]
async fn what_can_be_seen_through_stays_so_and_has_no_placeholder() {
    let ring = RgbaImage::from_fn(200, 200, |x, _| if x < 100 { Rgba([10, 200, 10, 255]) } else { Rgba([0, 0, 0, 0]) });
    let (data, through) = kept(file(ring, ImageFormat::Png)).await;
    assert_eq!((through.media_type.as_str(), through.colour.as_deref()), ("image/png", None));
    let webp = image::open(path_in_width(&data.path().join("media"), &through.hash, 160));
    assert!(webp.is_err(), "the name has no ending that tells the kind");
    let webp = std::fs::read(path_in_width(&data.path().join("media"), &through.hash, 160)).expect("a file");
    let webp = image::load_from_memory(&webp).expect("a picture").into_rgba8();
    assert_eq!((webp.get_pixel(10, 80)[3], webp.get_pixel(150, 80)[3]), (255, 0));
    // An alpha channel that hides nothing is none.
    let (_data, opaque) = kept(file(RgbaImage::from_pixel(20, 20, Rgba([200, 100, 50, 255])), ImageFormat::Png)).await;
    assert_eq!((opaque.media_type.as_str(), opaque.colour.as_deref()), ("image/jpeg", Some("#c86432")));
}

#[tokio::test]
async fn a_strip_is_kept_no_taller_than_a_browser_reads() {
    let (_data, kept) = kept(file(RgbImage::from_pixel(200, 16_384, Rgb([9, 9, 9])), ImageFormat::Png)).await;
    assert_eq!((kept.width, kept.height, kept.widths), (50, 4096, vec![50]));
}

#[tokio::test]
async fn the_same_file_again_changes_nothing_and_another_gets_another_name() {
    let (data, first) = kept(file(two_halves(300, 300), ImageFormat::Png)).await;
    let before = names(data.path());
    let written = |name: &String| std::fs::metadata(data.path().join("media").join(name)).expect("a file").modified().expect("a time");
    let times: Vec<_> = before.iter().map(written).collect();
    let again = keep(data.path(), file(two_halves(300, 300), ImageFormat::Png)).await.expect("a picture");
    assert_eq!((first.clone(), before.clone()), (again, names(data.path())));
    assert_eq!(times, before.iter().map(written).collect::<Vec<_>>(), "nothing is written again");
    let other = keep(data.path(), file(two_halves(302, 300), ImageFormat::Png)).await.expect("a picture");
    assert_ne!(first.hash, other.hash);
}

#[tokio::test]
async fn parts_of_a_process_that_is_gone_are_cleared_away() {
    let (data, kept) = kept(file(two_halves(20, 20), ImageFormat::Png)).await;
    let media = data.path().join("media");
    for (name, age) in [(".part-old", 7200), (".part-new", 0)] {
        let part = std::fs::File::create(media.join(name)).expect("a part");
        part.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(age)).expect("an age");
    }
    sweep(&media).expect("a folder");
    assert_eq!(names(data.path()), [".part-new".to_owned(), kept.hash.clone(), format!("{}.20", kept.hash)]);
}

/// This test's own binary once more, as a process that may be killed or cut short.
fn again(test: &str, data: &Path, limit: &str) -> Command {
    let mut shell = Command::new("sh");
    let binary = std::env::current_exe().expect("this binary");
    // A file past the limit is an error then, no signal.
    shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" \"$@\"")]).arg(binary);
    shell.args(["--exact", &format!("media::tests::{test}"), "--nocapture"]).env("VITRINE_TEST_DATA", data);
    shell.stdout(Stdio::piped()).stderr(Stdio::inherit());
    shell
}

/// Where the test runs as such a process.
fn is_again() -> Option<std::path::PathBuf> {
    std::env::var_os("VITRINE_TEST_DATA").map(Into::into)
}

#[tokio::test]
async fn a_full_disk_leaves_no_half_of_a_picture() {
    let bytes = file(noise(1280, 1280, 7), ImageFormat::Png);
    if let Some(data) = is_again() {
        let refusal = keep(&data, bytes).await.expect_err("the disk is full");
        assert!(matches!(refusal, Refusal::Disk(_)) && refusal.will_pass(), "{refusal}");
        return;
    }
    let data = TempDir::new().expect("a folder");
    let cut = again("a_full_disk_leaves_no_half_of_a_picture", data.path(), "200").output().expect("a process");
    assert!(cut.status.success(), "{}", String::from_utf8_lossy(&cut.stdout));
    let hash = hash(&bytes);
    let left = names(data.path());
    assert!(!left.contains(&hash) && !left.iter().any(|name| name.starts_with(".part-")), "{left:?}");
    // With room again it is kept whole.
    assert_eq!(keep(data.path(), bytes).await.expect("a picture").widths, WIDTHS);
}

#[tokio::test]
async fn a_kill_leaves_no_half_of_a_picture() {
    if let Some(data) = is_again() {
        for seed in 0.. {
            keep(&data, file(noise(700, 500, seed), ImageFormat::Png)).await.expect("a picture");
            println!("kept {seed}");
        }
    }
    let data = TempDir::new().expect("a folder");
    for kill in 0..6 {
        let mut child = again("a_kill_leaves_no_half_of_a_picture", data.path(), "unlimited").spawn().expect("a process");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let told = lines.filter(|line| line.starts_with("kept")).take(1 + kill % 3).count();
        child.kill().expect("a kill");
        child.wait().expect("an end");
        assert_eq!(told, 1 + kill % 3);
    }
    let media = data.path().join("media");
    let whole: Vec<_> = names(data.path()).into_iter().filter(|name| !name.starts_with(".part-")).collect();
    for name in &whole {
        read(&media.join(name));
    }
    for hash in whole.iter().filter(|name| !name.contains('.')) {
        for width in [160, 320, 640, 700] {
            assert!(whole.contains(&format!("{hash}.{width}")), "{hash} lacks {width}");
        }
    }
}

#[tokio::test]
async fn photographs_of_a_real_shop_are_kept_and_weigh_less() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/luma/images");
    if !folder.exists() {
        return eprintln!("skipped: ../shared/data/luma/images is not here");
    }
    let (data, began) = (TempDir::new().expect("a folder"), std::time::Instant::now());
    let (mut count, mut before, mut after, mut plain) = (0_u64, 0, 0, 0);
    let mut by_width = std::collections::BTreeMap::<u32, u64>::new();
    // A few: the encoder is slow where it is not optimised.
    for entry in std::fs::read_dir(folder).expect("photographs").take(8) {
        let bytes = std::fs::read(entry.expect("an entry").path()).expect("a file");
        before += bytes.len() as u64;
        let kept = keep(data.path(), bytes).await.expect("a picture");
        let media = data.path().join("media");
        assert!(kept.widths.starts_with(&WIDTHS[..3]) && kept.colour.is_some(), "{kept:?}");
        for width in kept.widths {
            *by_width.entry(width).or_default() += path_in_width(&media, &kept.hash, width).metadata().expect("a file").len();
        }
        plain += path(&media, &kept.hash).metadata().expect("a file").len();
        (count, after) = (count + 1, after + kept.bytes);
    }
    eprintln!("{count} photographs in {:?}: {before} bytes came, {after} are kept, {plain} of them plain, {by_width:?}", began.elapsed());
    // A card asks for 320 pixels, a phone's whole screen for the largest: both are less than what came.
    assert!(by_width[&320] * 4 < before && after - plain < before);
}
