//! A value to read, wherever it comes from.

use super::kept::Kept;
use super::{Memo, RwSignal, Shared, readable};
use leptos::prelude as leptos;
use leptos::{Get, GetValue, untrack};
use std::marker::PhantomData;

/// A value to read: set elsewhere, derived, or fixed.
pub struct Signal<T> {
    source: Source,
    holds: PhantomData<fn() -> T>,
}

#[derive(Clone, Copy)]
enum Source {
    Set(leptos::RwSignal<Kept>),
    Memo(leptos::Memo<Kept>),
    /// Made at each reading, by a closure.
    Derived(leptos::StoredValue<Kept>),
    Fixed(leptos::StoredValue<Kept>),
}

readable!(Signal);

type Make<T> = Box<dyn Fn() -> T>;

impl<T: 'static> Signal<T> {
    /// Made at each reading; follows what it reads.
    pub fn derive(make: impl Fn() -> T + 'static) -> Self {
        let make: Make<Kept> = Box::new(move || Kept::new(make()));
        Self::from_source(Source::Derived(leptos::StoredValue::new(Kept::new(make))))
    }

    /// Reads what is shared where it lies; follows what `find` reads.
    pub fn shared(find: impl Fn() -> Shared<T> + 'static) -> Self {
        let find: Make<Kept> = Box::new(move || find().into_kept());
        Self::from_source(Source::Derived(leptos::StoredValue::new(Kept::new(find))))
    }

    /// Never another.
    pub fn stored(value: T) -> Self {
        Self::from_source(Source::Fixed(leptos::StoredValue::new(Kept::new(value))))
    }

    /// A copy, without following; `None` when its view has ended.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        untrack(|| self.source.read()).map(|kept| kept.of::<T>().clone())
    }

    fn from_source(source: Source) -> Self {
        Self { source, holds: PhantomData }
    }

    fn kept(self) -> Kept {
        self.source.read().expect("its view is there")
    }

    fn kept_untracked(self) -> Kept {
        untrack(|| self.kept())
    }
}

impl Source {
    /// `None` when its view has ended.
    #[inline(never)]
    fn read(self) -> Option<Kept> {
        match self {
            Self::Set(signal) => signal.try_get(),
            Self::Memo(memo) => memo.try_get(),
            Self::Fixed(value) => value.try_get_value(),
            Self::Derived(make) => make.try_get_value().map(|make| make.of::<Make<Kept>>()()),
        }
    }
}

impl<T: Default + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::stored(T::default())
    }
}

impl<T: 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl<T: 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::from_source(Source::Set(signal.inner()))
    }
}

impl<T: 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::from_source(Source::Memo(memo.inner()))
    }
}

impl From<&'static str> for Signal<String> {
    fn from(words: &'static str) -> Self {
        Self::stored(words.to_owned())
    }
}
