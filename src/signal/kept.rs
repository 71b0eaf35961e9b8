//! A value of any type behind one pointer.

use send_wrapper::SendWrapper;
use std::any::Any;
use std::rc::Rc;

/// A value; copies share it. Leptos asks for what may go to other threads, of which a page has none.
#[derive(Clone)]
pub(super) struct Kept(SendWrapper<Rc<dyn Any>>);

impl Kept {
    pub(super) fn new<T: 'static>(value: T) -> Self {
        Self(SendWrapper::new(Rc::new(value)))
    }

    /// The value. Each signal keeps one type: its own.
    pub(super) fn of<T: 'static>(&self) -> &T {
        match self.any().downcast_ref() {
            Some(value) => value,
            None => stranger(),
        }
    }

    fn any(&self) -> &dyn Any {
        &**self.0
    }
}

#[cold]
#[inline(never)]
fn stranger() -> ! {
    panic!("a signal keeps one type")
}
