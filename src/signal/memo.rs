//! A value that is derived, and told only when it changes.

use super::kept::Kept;
use super::leave::leave_at_end;
use super::readable;
use leptos::prelude as leptos;
use leptos::{Get, GetUntracked};
use std::marker::PhantomData;

/// A derived value. It is made anew when what it reads changes; who read it hears only when it differs.
pub struct Memo<T> {
    inner: leptos::Memo<Kept>,
    holds: PhantomData<fn() -> T>,
}

readable!(Memo);

impl<T: PartialEq + 'static> Memo<T> {
    /// `make` is given the value before.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self::new_with_compare(make, |before, now| before != now)
    }
}

impl<T: 'static> Memo<T> {
    /// `differs` says whether who read it should hear.
    pub fn new_with_compare(
        make: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
        differs: impl Fn(Option<&T>, Option<&T>) -> bool + Send + Sync + 'static,
    ) -> Self {
        let inner = erased(Box::new(move |before| {
            let before = before.map(Kept::of::<T>);
            let now = make(before);
            let differs = differs(before, Some(&now));
            (Kept::new(now), differs)
        }));
        Self { inner, holds: PhantomData }
    }

    pub(super) fn kept(self) -> Kept {
        self.inner.get()
    }

    pub(super) fn kept_untracked(self) -> Kept {
        self.inner.get_untracked()
    }

    pub(super) fn inner(self) -> leptos::Memo<Kept> {
        self.inner
    }
}

type Make = Box<dyn Fn(Option<&Kept>) -> (Kept, bool) + Send + Sync>;

#[inline(never)]
fn erased(make: Make) -> leptos::Memo<Kept> {
    let memo = leptos::ArcMemo::new_owning(move |before: Option<Kept>| make(before.as_ref()));
    leave_at_end(&memo);
    memo.into()
}
