//! The backend of a showroom: the contract's server side, the rules' transactions, live figures, the command line.

pub mod app;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod clock;
pub mod command;
pub mod contract;
pub mod docs;
pub mod failure;
pub mod front;
pub mod hours;
pub mod live;
pub mod people;
pub mod pickup;
pub mod planogram;
pub mod reservation;
pub mod reviews;
pub mod routes;
pub mod secret;
pub mod seed;
pub mod store;
pub mod stores;
pub mod tries;
pub mod trouble;
pub mod work;
