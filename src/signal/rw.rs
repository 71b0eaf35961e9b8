//! A value that is set.

use super::kept::Kept;
use super::readable;
use leptos::prelude as leptos;
use leptos::{Get, GetUntracked, Set};
use std::marker::PhantomData;

/// A value that is set; who read it hears of it.
pub struct RwSignal<T> {
    inner: leptos::RwSignal<Kept>,
    holds: PhantomData<fn() -> T>,
}

readable!(RwSignal);

impl<T: 'static> RwSignal<T> {
    /// Belongs to the present view and ends with it.
    pub fn new(value: T) -> Self {
        Self { inner: leptos::RwSignal::new(Kept::new(value)), holds: PhantomData }
    }

    /// Sets it, unless its view has ended.
    pub fn set(self, value: T) {
        try_put(self.inner, Kept::new(value));
    }

    /// Sets it; false when its view has ended.
    pub fn try_set(self, value: T) -> bool {
        try_put(self.inner, Kept::new(value))
    }

    /// A copy; follows it. `None` when its view has ended.
    pub fn try_get(self) -> Option<T>
    where
        T: Clone,
    {
        self.inner.try_get().map(|kept| kept.of::<T>().clone())
    }

    /// Reads it without following; `None` when its view has ended.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.inner.try_get_untracked().map(|kept| read(kept.of()))
    }

    pub(super) fn kept(self) -> Kept {
        self.inner.get()
    }

    pub(super) fn kept_untracked(self) -> Kept {
        self.inner.get_untracked()
    }

    pub(super) fn inner(self) -> leptos::RwSignal<Kept> {
        self.inner
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// Changes it, unless its view has ended.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes it, unless its view has ended.
    pub fn try_update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut value = self.try_get_untracked()?;
        let answer = change(&mut value);
        self.try_set(value);
        Some(answer)
    }

    /// A copy, without following; `None` when its view has ended.
    pub fn try_get_untracked(self) -> Option<T> {
        self.inner.try_get_untracked().map(|kept| kept.of::<T>().clone())
    }
}

#[inline(never)]
fn try_put(signal: leptos::RwSignal<Kept>, kept: Kept) -> bool {
    signal.try_set(kept).is_none()
}
