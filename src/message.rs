//! A code becomes the sentence that a person reads. The one place for words about what went wrong.

use crate::client::Refusal;
use crate::client::problem::Problem;
use crate::i18n::{Words, t_string};
use api::Code;
use api::error::FieldProblem;
use domain::gs1::{NotAGtin, ScanError};
use domain::reservation::State;

/// Why there is no answer, and what to do next.
pub fn refusal(i18n: Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Offline => t_string!(i18n, common.problem.offline).to_owned(),
        Refusal::Garbled => t_string!(i18n, common.problem.garbled).to_owned(),
        Refusal::Problem(problem) => self::problem(i18n, problem),
    }
}

/// Why something that was pressed did not happen: nobody sends it again but the visitor, and what was typed is still there.
pub fn act(i18n: Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Offline => t_string!(i18n, common.problem.offline_act).to_owned(),
        other => self::refusal(i18n, other),
    }
}

/// What the shop said no with.
pub fn problem(i18n: Words, problem: &Problem) -> String {
    let param = |name: &str| problem.params.get(name).cloned().unwrap_or_default();
    match problem.code {
        Code::CheckDigit => check_digit(i18n, &param("expected")),
        Code::TooMany => t_string!(i18n, common.problem.too_many, count = param("atMost")),
        Code::TooOften => match param("seconds").parse::<u32>() {
            Ok(seconds) if seconds > 60 => t_string!(i18n, common.problem.too_often_wait, minutes = seconds.div_ceil(60).to_string()),
            _ => t_string!(i18n, common.problem.too_often).to_owned(),
        },
        Code::Internal => t_string!(i18n, common.problem.internal, request = problem.request.clone()),
        code => plain(i18n, code).to_owned(),
    }
}

/// Codes whose sentence names nothing.
fn plain(i18n: Words, code: Code) -> &'static str {
    match code {
        Code::Unreadable | Code::TooLarge | Code::NotJson | Code::NoVersion | Code::NoKey | Code::KeyReused => {
            t_string!(i18n, common.problem.unreadable)
        }
        Code::NoSuchApiKey => t_string!(i18n, common.problem.no_such_api_key),
        Code::NoSuchWebhook => t_string!(i18n, common.problem.no_such_webhook),
        Code::NoSuchDelivery => t_string!(i18n, common.problem.no_such_delivery),
        Code::NotAnAddress => t_string!(i18n, common.problem.not_an_address),
        Code::NotAPicture => t_string!(i18n, common.problem.not_a_picture),
        Code::TooManyPixels => t_string!(i18n, common.problem.too_many_pixels),
        Code::SignInNeeded => t_string!(i18n, common.problem.sign_in_needed),
        Code::WrongSignIn => t_string!(i18n, common.problem.wrong_sign_in),
        Code::NotAllowed => t_string!(i18n, common.problem.not_allowed),
        Code::ForeignOrigin => t_string!(i18n, common.problem.foreign_origin),
        Code::NoSuchPath => t_string!(i18n, common.problem.no_such_path),
        Code::NoSuchStore => t_string!(i18n, common.problem.no_such_store),
        Code::NotInRange => t_string!(i18n, common.problem.not_in_range),
        Code::NoSuchCollection => t_string!(i18n, common.problem.no_such_collection),
        Code::NoSuchSlot => t_string!(i18n, common.problem.no_such_slot),
        Code::NoSuchReservation => t_string!(i18n, common.problem.no_such_reservation),
        Code::NoSuchTask => t_string!(i18n, common.problem.no_such_task),
        Code::NoSuchPutback => t_string!(i18n, common.problem.no_such_putback),
        Code::NoSuchReview => t_string!(i18n, reviews.problem.gone),
        Code::Stale => t_string!(i18n, common.problem.stale),
        Code::NotEnough => t_string!(i18n, common.problem.not_enough),
        Code::WrongState => t_string!(i18n, common.problem.wrong_state),
        Code::HoldExpired => t_string!(i18n, common.problem.hold_expired),
        Code::InProgress => t_string!(i18n, common.problem.in_progress),
        Code::BadInput => t_string!(i18n, common.problem.bad_input),
        Code::CapReached => t_string!(i18n, common.problem.cap_reached),
        Code::NotOnOrder => t_string!(i18n, common.problem.not_on_order),
        Code::AlreadyPicked => t_string!(i18n, common.problem.already_picked),
        Code::NothingPicked => t_string!(i18n, common.problem.nothing_picked),
        Code::NotAllPicked => t_string!(i18n, common.problem.not_all_picked),
        Code::NoBin => t_string!(i18n, common.problem.no_bin),
        Code::SubstituteGone => t_string!(i18n, common.problem.substitute_gone),
        Code::AlreadyExtended => t_string!(i18n, common.problem.already_extended),
        Code::PastPickup => t_string!(i18n, common.problem.past_pickup),
        Code::NoReason => t_string!(i18n, common.problem.no_reason),
        Code::WrongCode => t_string!(i18n, common.problem.wrong_code),
        Code::Paused => t_string!(i18n, common.problem.paused),
        Code::TooOften => t_string!(i18n, common.problem.too_often),
        Code::Unavailable => t_string!(i18n, common.problem.unavailable),
        // Only the studio's imports meet these, and say more of them.
        Code::NoSuchFile | Code::NoSuchImport | Code::BuiltUpon | Code::UnreadableFile | Code::NoSpace => {
            t_string!(i18n, common.problem.other)
        }
        Code::CheckDigit | Code::TooMany | Code::Internal | Code::Other => t_string!(i18n, common.problem.other),
    }
}

/// What is wrong with a field.
pub fn field(i18n: Words, problem: FieldProblem) -> &'static str {
    match problem {
        FieldProblem::Missing => t_string!(i18n, common.field.missing),
        FieldProblem::TooLong => t_string!(i18n, common.field.too_long),
        FieldProblem::OutOfRange => t_string!(i18n, common.field.out_of_range),
        FieldProblem::NotAContact => t_string!(i18n, common.field.not_a_contact),
        FieldProblem::Other => t_string!(i18n, common.field.other),
    }
}

/// Why a scanned or typed text means nothing here.
pub fn scan_error(i18n: Words, error: &ScanError) -> String {
    match error {
        ScanError::Gtin(reason) => not_a_gtin(i18n, *reason),
        ScanError::Foreign(host) => t_string!(i18n, common.scan.foreign, host = host.clone()),
        ScanError::LookAlike(host) => t_string!(i18n, common.scan.look_alike, host = host.clone()),
        ScanError::Empty => t_string!(i18n, common.scan.empty).to_owned(),
        ScanError::TooLong(_) => t_string!(i18n, common.scan.too_long).to_owned(),
        ScanError::UpcE => t_string!(i18n, common.scan.upc_e).to_owned(),
        ScanError::Scheme(_) | ScanError::UserInfo => t_string!(i18n, common.scan.unsafe_link).to_owned(),
        ScanError::UnknownPath(_) => t_string!(i18n, common.scan.unknown_path).to_owned(),
        ScanError::Slot(_) => t_string!(i18n, common.scan.slot).to_owned(),
        ScanError::NotAProduct { .. } => t_string!(i18n, common.scan.not_a_product).to_owned(),
        ScanError::Ai { ai, .. } => t_string!(i18n, common.scan.ai, ai = ai.clone()),
        ScanError::IllegalCharacter(_) | ScanError::Unknown => t_string!(i18n, common.scan.unknown).to_owned(),
    }
}

/// Why digits are no code of a product.
pub fn not_a_gtin(i18n: Words, reason: NotAGtin) -> String {
    match reason {
        NotAGtin::NotDigits => t_string!(i18n, common.scan.not_digits).to_owned(),
        NotAGtin::Length(length) => t_string!(i18n, common.scan.length, count = length.to_string()),
        NotAGtin::CheckDigit { expected, .. } => check_digit(i18n, &expected.to_string()),
    }
}

/// "The last digit should be 2": Korean's ending follows the digit's sound.
fn check_digit(i18n: Words, expected: &str) -> String {
    let digit = expected.to_owned();
    match expected {
        "2" | "4" | "5" | "9" => t_string!(i18n, common.scan.check_digit_open, digit = digit),
        _ => t_string!(i18n, common.scan.check_digit_closed, digit = digit),
    }
}

/// A reservation's state, in a word.
pub fn state(i18n: Words, state: State) -> &'static str {
    match state {
        State::Held => t_string!(i18n, common.state.held),
        State::Placed => t_string!(i18n, common.state.placed),
        State::Picking => t_string!(i18n, common.state.picking),
        State::NeedsDecision => t_string!(i18n, common.state.needs_decision),
        State::Ready => t_string!(i18n, common.state.ready),
        State::Collected => t_string!(i18n, common.state.collected),
        State::Cancelled => t_string!(i18n, common.state.cancelled),
        State::Rejected => t_string!(i18n, common.state.rejected),
        State::Expired => t_string!(i18n, common.state.expired),
        State::NoShow => t_string!(i18n, common.state.no_show),
        State::Other => t_string!(i18n, common.state.other),
    }
}
