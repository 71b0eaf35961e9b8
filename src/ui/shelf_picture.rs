//! A piece of furniture from its front, in small: its boards, and the place that is meant. Words say the same beside it.

use crate::prelude::*;
use std::fmt::Write;

/// More boards than this are not told apart at this size.
const MOST: u16 = 8;
const LEFT: u16 = 4;
const TOP: u16 = 4;
const ACROSS: u16 = 56;
const HIGH: u16 = 48;

/// The picture; `shelf` is counted from the top, from 1.
#[component]
pub fn ShelfPicture(
    /// Which board.
    shelf: u16,
    /// Of how many.
    shelves: u16,
    /// Left end and width of the place, in thousandths of the furniture's width; the whole board where that is not known.
    #[prop(into)]
    part: Signal<Option<(u16, u16)>>,
) -> Markup {
    let place = move || place(shelf, shelves, part.get().unwrap_or((0, 1000)));
    view! {
        <svg class="shelf-picture" viewBox="0 0 64 56" aria-hidden="true" focusable="false">
            <path class="shelf-picture__boards" d=boards(shelves)/>
            <path class="shelf-picture__place" d=place/>
        </svg>
    }
}

fn rows(shelves: u16) -> u16 {
    shelves.clamp(1, MOST)
}

/// Two sides and a line a board.
fn boards(shelves: u16) -> String {
    let (bottom, right) = (TOP + HIGH, LEFT + ACROSS);
    let mut path = format!("M{LEFT} {TOP}V{bottom}M{right} {TOP}V{bottom}");
    for row in 1..=rows(shelves) {
        // Writing into a string does not fail.
        let _ = write!(path, "M{LEFT} {}H{right}", TOP + HIGH * row / rows(shelves));
    }
    path
}

fn place(shelf: u16, shelves: u16, (left, width): (u16, u16)) -> String {
    let rows = rows(shelves);
    let row = match shelves > rows {
        true => u32::from(shelf.max(1) - 1) * u32::from(rows) / u32::from(shelves),
        false => u32::from(shelf.clamp(1, rows) - 1),
    } as u16;
    let (top, bottom) = (TOP + HIGH * row / rows + 2, TOP + HIGH * (row + 1) / rows);
    let share = |part: u16| (u32::from(part.min(1000)) * u32::from(ACROSS) / 1000) as u16;
    let across = share(width).clamp(4, ACROSS);
    let x = LEFT + share(left).min(ACROSS - across);
    format!("M{x} {top}h{across}V{bottom}h-{across}z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_lies_on_its_board_and_inside_the_furniture() {
        assert_eq!(place(1, 1, (0, 1000)), "M4 6h56V52h-56z");
        assert_eq!(place(2, 4, (500, 250)), "M32 18h14V28h-14z");
        assert_eq!(place(4, 4, (990, 900)), "M10 42h50V52h-50z");
        assert_eq!(place(12, 12, (0, 0)), "M4 48h4V52h-4z", "more boards than are told apart");
        assert_eq!(place(9, 3, (0, 1000)), place(3, 3, (0, 1000)));
    }

    #[test]
    fn each_board_is_a_line() {
        assert_eq!(boards(3), "M4 4V52M60 4V52M4 20H60M4 36H60M4 52H60");
    }
}
