//! A value that many hold and nobody copies.

use super::kept::Kept;
use std::marker::PhantomData;
use std::ops::Deref;

/// A value behind one pointer: what the shop answered, which every part of a page reads.
pub struct Shared<T> {
    kept: Kept,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self { kept: self.kept.clone(), holds: PhantomData }
    }
}

impl<T: 'static> Shared<T> {
    /// From now on shared.
    pub fn new(value: T) -> Self {
        Self { kept: Kept::new(value), holds: PhantomData }
    }

    pub(super) fn into_kept(self) -> Kept {
        self.kept
    }
}

impl<T: 'static> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.kept.of()
    }
}
