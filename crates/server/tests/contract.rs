//! The contract over HTTP: every endpoint, every kind of refusal, every role.

mod common {
    pub mod serve;
}
mod contract {
    mod access;
    mod every;
    mod mounted;
    mod origin;
    mod pages;
    mod problems;
    mod replies;
    mod sign_in;
}
