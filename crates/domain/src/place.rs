//! Where something is on the earth, and how far that is.

/// Latitude and longitude in millionths of a degree (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// North is positive.
    pub latitude: i64,
    /// East is positive.
    pub longitude: i64,
}

/// The mean radius (IUGG).
const EARTH_METRES: f64 = 6_371_008.8;

impl Place {
    /// As the crow flies, in metres: the haversine of the two, off by half a percent at most where the earth is no ball.
    pub fn metres_to(self, other: Self) -> u32 {
        let radians = |millionths: i64| (millionths as f64 / 1e6).to_radians();
        let half = |one: i64, other: i64| (radians(other - one) / 2.0).sin().powi(2);
        let across = radians(self.latitude).cos() * radians(other.latitude).cos() * half(self.longitude, other.longitude);
        let chord = half(self.latitude, other.latitude) + across;
        // Half the way round is 20,015 km, which fits.
        (2.0 * EARTH_METRES * chord.sqrt().min(1.0).asin()).round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HONGDAE: Place = Place { latitude: 37_554_300, longitude: 126_922_800 };
    const SEONGSU: Place = Place { latitude: 37_543_100, longitude: 127_054_600 };
    const BUSAN: Place = Place { latitude: 35_179_554, longitude: 129_075_642 };

    #[test]
    fn distances_are_those_of_a_map() {
        for (one, other, from, to) in [(HONGDAE, SEONGSU, 11_600, 11_750), (HONGDAE, BUSAN, 325_000, 329_000), (BUSAN, BUSAN, 0, 0)] {
            let metres = one.metres_to(other);
            assert!((from..=to).contains(&metres), "{metres}");
            assert_eq!(metres, other.metres_to(one), "there and back is the same");
        }
    }

    #[test]
    fn a_degree_east_is_shorter_in_the_north_and_the_antipode_is_the_end() {
        let at = |latitude, longitude| Place { latitude, longitude };
        let degree = |latitude| at(latitude, 0).metres_to(at(latitude, 1_000_000));
        assert!(degree(60_000_000) * 2 < degree(0) + 100 && degree(60_000_000) * 2 > degree(0) - 100);
        assert_eq!(at(0, 0).metres_to(at(0, 180_000_000)) / 1000, 20_015);
    }
}
