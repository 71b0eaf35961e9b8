//! A value that nobody follows.

use super::kept::Kept;
use leptos::GetValue;
use leptos::prelude as leptos;
use std::cell::RefCell;
use std::marker::PhantomData;

/// A value of a view that nobody follows, to be copied into closures.
pub struct StoredValue<T> {
    inner: leptos::StoredValue<Kept>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// Belongs to the present view and ends with it.
    pub fn new(value: T) -> Self {
        Self { inner: leptos::StoredValue::new(Kept::new(RefCell::new(value))), holds: PhantomData }
    }

    /// Reads it.
    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.inner.get_value().of::<RefCell<T>>().borrow())
    }

    /// Reads it; `None` when its view has ended.
    pub fn try_with_value<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.inner.try_get_value().map(|kept| read(&kept.of::<RefCell<T>>().borrow()))
    }

    /// Changes it, unless its view has ended.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        self.try_update_value(change);
    }

    /// Changes it, unless its view has ended.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.inner.try_get_value().map(|kept| change(&mut kept.of::<RefCell<T>>().borrow_mut()))
    }

    /// Sets it, unless its view has ended.
    pub fn set_value(self, value: T) {
        self.update_value(|kept| *kept = value);
    }

    /// Sets it, unless its view has ended.
    pub fn try_set_value(self, value: T) {
        self.try_update_value(|kept| *kept = value);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// A copy.
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// A copy; `None` when its view has ended.
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}
