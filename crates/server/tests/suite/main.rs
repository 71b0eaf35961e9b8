//! The server's tests in one binary: what happens inside a process, between processes, and over HTTP.

mod bench;
mod conformance;
mod crash;
mod flood;
mod guide;
mod holds;
mod http;
mod mailbox;
mod power;
mod process;
mod races;
mod real;
mod receiver;
mod replies;
mod search;
mod soak;
mod stream;
