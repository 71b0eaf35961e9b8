//! Picture files that are named by code: `8801234500258.jpg`, `TEE-01_2.png`.

use super::clean;

/// What a file's name says of the product that it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureName {
    /// The name without its ending: a code as it stands.
    pub whole: String,
    /// A code and the how-manieth of its pictures, where the name ends in a number: `_2` or `-2`. A code may end like that itself
    /// (`TEE-01`), so whoever knows the codes asks for the whole first.
    pub numbered: Option<(String, u32)>,
}

impl PictureName {
    /// Reads a file's name; `None` when it is not that of a JPEG, PNG, WebP or GIF.
    pub fn of(file: &str) -> Option<Self> {
        let (whole, _) = file.rsplit(['/', '\\']).next()?.rsplit_once('.')?;
        // One system writes "é" as two letters, another as one.
        let whole = clean::line(whole);
        let numbered = whole.rsplit_once(['_', '-']).filter(|(_, number)| number.len() <= 2);
        let numbered = numbered.and_then(|(code, number)| Some((code.trim().to_owned(), number.parse().ok()?)));
        (is_picture(file) && !whole.is_empty()).then(|| Self { numbered: numbered.filter(|(code, _)| !code.is_empty()), whole })
    }
}

/// Whether a file's name ends like a picture's: all that a browser has to know, without the tables of letters that a code takes.
pub fn is_picture(file: &str) -> bool {
    let ending = file.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default();
    ["jpg", "jpeg", "png", "webp", "gif"].iter().any(|known| known.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_code_and_maybe_a_number() {
        let numbered = |code: &str, number| Some((code.to_owned(), number));
        let cases = [
            ("8801234500258.jpg", "8801234500258", None),
            ("photos/8801234500258_2.JPEG", "8801234500258_2", numbered("8801234500258", 2)),
            ("TEE-01.webp", "TEE-01", numbered("TEE", 1)),
            ("TEE-01-3.png", "TEE-01-3", numbered("TEE-01", 3)),
            ("cafe\u{301}_2.gif", "caf\u{e9}_2", numbered("caf\u{e9}", 2)),
            ("_2.gif", "_2", None),
            ("tee_123.gif", "tee_123", None),
        ];
        for (file, whole, numbered) in cases {
            assert_eq!(PictureName::of(file), Some(PictureName { whole: whole.to_owned(), numbered }), "{file}");
        }
        for file in ["goods.csv", "8801234500258", ".jpg", "a.svg"] {
            assert_eq!(PictureName::of(file), None, "{file}");
        }
    }
}
