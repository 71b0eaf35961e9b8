//! A picture in grey, and what makes a second try differ from the first.

/// One byte a pixel, 0 is black, row after row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

/// What ITU-R BT.601 makes of red, green and blue, in 1/256.
const WEIGHTS: [u32; 3] = [77, 150, 29];

impl Frame {
    /// `None` where the bytes are not `width * height`, or there are none.
    pub fn new(width: usize, height: usize, grey: Vec<u8>) -> Option<Self> {
        (!grey.is_empty() && width.checked_mul(height) == Some(grey.len())).then_some(Self { width, height, grey })
    }

    /// From a canvas: four bytes a pixel, the last of which is ignored.
    pub fn from_rgba(width: usize, height: usize, rgba: &[u8]) -> Option<Self> {
        let (pixels, rest) = rgba.as_chunks::<4>();
        let grey = |&[red, green, blue, _]: &[u8; 4]| {
            let sum = WEIGHTS[0] * u32::from(red) + WEIGHTS[1] * u32::from(green) + WEIGHTS[2] * u32::from(blue);
            u8::try_from(sum >> 8).unwrap_or(u8::MAX)
        };
        rest.is_empty().then(|| Self::new(width, height, pixels.iter().map(grey).collect()))?
    }

    /// In pixels.
    pub fn width(&self) -> usize {
        self.width
    }

    /// In pixels.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Row after row.
    pub fn grey(&self) -> &[u8] {
        &self.grey
    }

    /// Each pixel the mean of `by` × `by`; what does not fill such a square at the right and below is left out.
    pub(crate) fn reduced(&self, by: usize) -> Self {
        if by < 2 {
            return self.clone();
        }
        let (width, height, area) = (self.width / by, self.height / by, by * by);
        let mut grey = Vec::with_capacity(width * height);
        let mut sums = vec![0_usize; width];
        for rows in self.grey.chunks_exact(self.width * by).take(height) {
            sums.fill(0);
            for row in rows.chunks_exact(self.width) {
                for (sum, pixels) in sums.iter_mut().zip(row.chunks_exact(by)) {
                    *sum += pixels.iter().map(|pixel| usize::from(*pixel)).sum::<usize>();
                }
            }
            grey.extend(sums.iter().map(|sum| (sum / area) as u8));
        }
        Self { width, height, grey }
    }

    /// Each pixel four, with what lies between them: a small code gets room for its modules.
    pub(crate) fn doubled(&self) -> Self {
        let (width, height) = (self.width * 2, self.height * 2);
        let mut grey = Vec::with_capacity(width * height);
        let between = |a: u8, b: u8| ((u16::from(a) + u16::from(b)) / 2) as u8;
        for y in 0..height {
            let row = |y: usize| &self.grey[y * self.width..(y + 1) * self.width];
            let (above, below) = (row(y / 2), row((y / 2 + y % 2).min(self.height - 1)));
            let down = |x: usize| between(above[x], below[x]);
            for x in 0..self.width {
                grey.push(down(x));
                grey.push(between(down(x), down((x + 1).min(self.width - 1))));
            }
        }
        Self { width, height, grey }
    }

    /// White on black becomes black on white.
    pub(crate) fn inverted(&self) -> Self {
        Self { grey: self.grey.iter().map(|pixel| !pixel).collect(), ..*self }
    }

    /// Columns become rows, so that a bar code that stands is read like one that lies.
    pub(crate) fn turned(&self) -> Self {
        let mut grey = Vec::with_capacity(self.grey.len());
        for x in 0..self.width {
            grey.extend((0..self.height).map(|y| self.grey[y * self.width + x]));
        }
        Self { width: self.height, height: self.width, grey }
    }

    /// Edges made harder than the lens left them: twice the pixel, less the mean of its surroundings.
    pub(crate) fn sharpened(&self) -> Self {
        let mut grey = self.grey.clone();
        for y in 1..self.height.saturating_sub(1) {
            for x in 1..self.width.saturating_sub(1) {
                let at = |dx: usize, dy: usize| i32::from(self.grey[(y + dy - 1) * self.width + x + dx - 1]);
                let around = at(0, 0) + at(1, 0) + at(2, 0) + at(0, 1) + at(2, 1) + at(0, 2) + at(1, 2) + at(2, 2);
                grey[y * self.width + x] = (3 * at(1, 1) - around / 4).clamp(0, 255) as u8;
            }
        }
        Self { grey, ..*self }
    }

    /// The middle, at most so wide and high, and where its corner lay.
    pub(crate) fn middle(&self, most: usize) -> (Self, (usize, usize)) {
        let (width, height) = (self.width.min(most), self.height.min(most));
        let (left, top) = ((self.width - width) / 2, (self.height - height) / 2);
        let rows = self.grey.chunks_exact(self.width.max(1)).skip(top).take(height);
        let grey = rows.flat_map(|row| &row[left..left + width]).copied().collect();
        (Self { width, height, grey }, (left, top))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(width: usize, height: usize, grey: &[u8]) -> Frame {
        Frame::new(width, height, grey.to_vec()).expect("a frame")
    }

    #[test]
    fn bytes_that_are_no_frame_are_none() {
        assert!(Frame::new(2, 2, vec![0; 3]).is_none());
        assert!(Frame::new(0, 3, Vec::new()).is_none());
        assert!(Frame::new(usize::MAX, 2, Vec::new()).is_none());
        assert!(Frame::from_rgba(1, 1, &[0; 5]).is_none());
        assert_eq!(Frame::from_rgba(2, 1, &[255, 255, 255, 0, 0, 0, 0, 255]), Some(frame(2, 1, &[255, 0])));
    }

    #[test]
    fn a_frame_is_made_smaller_larger_and_turned() {
        let whole = frame(5, 3, &[0, 2, 9, 9, 1, 4, 6, 9, 9, 1, 7, 7, 7, 7, 7]);
        assert_eq!(whole.reduced(2), frame(2, 1, &[3, 9]));
        assert_eq!(frame(2, 1, &[0, 100]).doubled(), frame(4, 2, &[0, 50, 100, 100, 0, 50, 100, 100]));
        assert_eq!(frame(2, 2, &[1, 2, 3, 4]).turned(), frame(2, 2, &[1, 3, 2, 4]));
        assert_eq!(whole.turned().turned(), whole);
        assert_eq!(whole.inverted().inverted(), whole);
        assert_eq!(whole.middle(1), (frame(1, 1, &[9]), (2, 1)));
        assert_eq!(whole.middle(9), (whole.clone(), (0, 0)));
        assert_eq!(frame(3, 3, &[5; 9]).sharpened(), frame(3, 3, &[5; 9]));
        assert_eq!(frame(1, 1, &[5]).reduced(2).grey().len(), 0, "too small to be made smaller");
    }
}
