//! Where a piece of furniture touches the floor, and which way it looks.

use super::Fixture;
use super::geometry::{Mm, Point};

impl Fixture {
    /// The corners of its footprint, clockwise on the plan from the back's left end as one sees the drawing at rotation 0.
    pub fn footprint(&self) -> [Point; 4] {
        let (width, depth) = (f64::from(self.size.width) / 2.0, f64::from(self.size.depth) / 2.0);
        [(-width, -depth), (width, -depth), (width, depth), (-width, depth)].map(|(across, down)| self.on_floor(across, down))
    }

    /// A point given from its centre, before rotation: `across` to the right and `down` the plan, towards its front.
    pub(super) fn on_floor(&self, across: f64, down: f64) -> Point {
        let (sine, cosine) = (sine(self.rotation), sine(self.rotation.rem_euclid(360) + 90));
        let (x, y) = (across * cosine - down * sine, across * sine + down * cosine);
        Point::new(self.centre.x + x.round() as Mm, self.centre.y + y.round() as Mm)
    }
}

/// The compass of `Fixture::rotation`: whole degrees clockwise, 0 for a direction straight down the plan.
pub(super) fn heading(across: f64, down: f64) -> i16 {
    ((-across).atan2(down).to_degrees().round() as i16).rem_euclid(360)
}

/// The direction of a heading, as long as 1.
pub(super) fn direction(heading: i16) -> (f64, f64) {
    (-sine(heading), sine(heading.rem_euclid(360) + 90))
}

/// Of whole degrees, to nine places. The one of the standard library weighs thousands of bytes in the browser.
fn sine(degrees: i16) -> f64 {
    let folded = match degrees.rem_euclid(360) {
        sharp @ 0..=90 => sharp,
        back @ 91..=270 => 180 - back,
        again => again - 360,
    };
    let angle = f64::from(folded).to_radians();
    let square = angle * angle;
    let terms = [156.0, 110.0, 72.0, 42.0, 20.0, 6.0];
    angle * terms.iter().fold(1.0, |sum, term| 1.0 - square / term * sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_degree_has_the_sine_of_the_standard_library() {
        for degrees in -720..=720 {
            let exact = f64::from(degrees).to_radians().sin();
            assert!((sine(degrees) - exact).abs() < 1e-8, "{degrees}");
        }
    }

    #[test]
    fn a_heading_and_its_direction_are_the_same() {
        for degrees in 0..360 {
            let (across, down) = direction(degrees);
            assert_eq!(heading(across, down), degrees);
        }
        assert_eq!([heading(0.0, 1.0), heading(-1.0, 0.0), heading(0.0, -1.0), heading(1.0, 0.0)], [0, 90, 180, 270]);
    }
}
