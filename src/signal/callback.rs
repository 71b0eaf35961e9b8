//! Something to call, to be copied into closures.

use super::StoredValue;
use std::rc::Rc;

/// Something that a component calls.
pub struct Callback<In, Out = ()>(StoredValue<Rc<dyn Fn(In) -> Out>>);

impl<In, Out> Clone for Callback<In, Out> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<In, Out> Copy for Callback<In, Out> {}

impl<In: 'static, Out: 'static> Callback<In, Out> {
    /// Belongs to the present view and ends with it.
    pub fn new(call: impl Fn(In) -> Out + 'static) -> Self {
        Self(StoredValue::new(Rc::new(call)))
    }

    /// Calls it, unless its view has ended.
    pub fn try_run(self, input: In) -> Option<Out> {
        self.0.try_get_value().map(|call| call(input))
    }

    /// Calls it.
    pub fn run(self, input: In) -> Out {
        // The list of what is stored is free again when it is called: it may store more.
        let call = self.0.get_value();
        call(input)
    }
}
