//! Leptos's signals with one type inside. Leptos compiles what reads, follows and compares anew for each type that a signal
//! holds, a kilobyte or two each; here every value stands behind one pointer, and each type adds only its own copying and
//! comparing (docs/decisions/0006). The names and the ways are Leptos's: what belongs to a view that has ended can be set without
//! harm, and to read it is a mistake, unless by `try_…`.
//!
//! Absent: guards (`read()`, `write()`), stores, resources.

mod callback;
mod effect;
mod kept;
mod leave;
mod memo;
mod rw;
mod shared;
mod stored;
mod view;

pub use callback::Callback;
pub use effect::Effect;
pub use leave::leave;
pub use memo::Memo;
pub use rw::RwSignal;
pub use shared::Shared;
pub use stored::StoredValue;
pub use view::Signal;

/// What can be read and followed: `get` and `with`, each also untracked.
macro_rules! readable {
    ($signal:ident) => {
        impl<T> Clone for $signal<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $signal<T> {}

        impl<T: 'static> $signal<T> {
            /// Reads and follows it.
            pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
                read(self.kept().of())
            }

            /// Follows it without reading.
            pub fn track(self) {
                drop(self.kept());
            }

            /// Reads it without following.
            pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
                read(self.kept_untracked().of())
            }
        }

        impl<T: Clone + 'static> $signal<T> {
            /// A copy; follows it.
            pub fn get(self) -> T {
                self.kept().of::<T>().clone()
            }

            /// A copy, without following.
            pub fn get_untracked(self) -> T {
                self.kept_untracked().of::<T>().clone()
            }
        }
    };
}

use readable;
