//! Small drawings of one stroke, 24 units wide. Words stand beside them or in the control's label.

use crate::prelude::*;

/// Which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Shape {
    Search,
    Scan,
    Map,
    North,
    Back,
    Forward,
    Cross,
    Check,
    Plus,
    Minus,
    Clock,
    Share,
    Keypad,
    Larger,
    Whole,
    Compare,
    Hand,
    Link,
    Light,
    Sound,
    Picture,
    List,
}

impl Shape {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM15.5 15.5 20 20",
            Self::Scan => "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8v8M12 8v8M16 8v8",
            Self::Map => "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5Z",
            Self::North => "M12 3l5 9H7ZM7 12h10l-5 9Z",
            Self::Back => "M14.5 5 8 12l6.5 7",
            Self::Forward => "M9.5 5 16 12l-6.5 7",
            Self::Cross => "M6 6l12 12M18 6 6 18",
            Self::Check => "M5 12.5 10 17.5 19 7",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Clock => "M12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16ZM12 8v4.5l3 2",
            Self::Share => "M12 15V4M8 7.5 12 4l4 3.5M5 12v8h14v-8",
            Self::Larger => "M14 4h6v6M20 4l-6.5 6.5M10 20H4v-6M4 20l6.5-6.5",
            Self::Whole => "M20 10h-6V4M14 10l6-6M4 14h6v6M10 14l-6 6",
            // Two cards side by side.
            Self::Compare => "M4 5h6v14H4ZM14 5h6v14h-6Z",
            // An open hand.
            Self::Hand => {
                "M8 13V6.5a1.5 1.5 0 0 1 3 0V11M11 10.5v-6a1.5 1.5 0 0 1 3 0V11M14 10.5v-4a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-2.2 0-3.6-.9-4.8-2.6L4 14.6a1.5 1.5 0 0 1 2.4-1.8L8 14.5"
            }
            Self::Link => "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
            Self::Light => "M9 17.5h6M10 20.5h4M8.5 14.5a5.5 5.5 0 1 1 7 0c-.6.5-.9 1-.9 1.7V17h-5.2v-1.3c0-.7-.3-1.2-.9-1.7Z",
            Self::Sound => "M4 10v4h3.5l4.5 4V6L7.5 10ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
            Self::Picture => "M4 5h16v14H4ZM4 16l5-5 4 4 2.5-2.5L20 16.5M15.5 9.5h.01",
            // Two lines ticked, one to go.
            Self::List => "M4 6.5 5.5 8 8.5 5M4 13l1.5 1.5 3-3M12 6.5h8M12 13h8M12 19h8M5.5 19h.01",
            Self::Keypad => "M6 6h.01M12 6h.01M18 6h.01M6 12h.01M12 12h.01M18 12h.01M12 18h.01",
        }
    }
}

/// An icon, as high as the text beside it.
#[component]
pub fn Icon(
    /// Which.
    shape: Shape,
) -> Markup {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=shape.path()/></svg> }
}
