//! `POST /api/v1/reservation/confirm`

use super::{act::Act, shopper};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::Code;
use api::error::FieldProblem;
use api::reservation::Ticket;
use api::reservation::confirm_reservation::ConfirmReservation;

const NICKNAME: usize = 20;
const CONTACT: usize = 254;

pub(super) async fn confirm_reservation(app: App, caller: Caller, ask: ConfirmReservation) -> Result<Ticket, Failure> {
    let nickname = nickname(&ask.nickname)?;
    let contact = ask.contact.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(contact).transpose()?;
    let asked = ("confirm", &nickname, &contact);
    shopper(&app, &caller, None, &asked, Act::Confirm { nickname: nickname.clone(), contact: contact.clone() }).await
}

fn nickname(text: &str) -> Result<String, Failure> {
    let clean: String = text.trim().chars().filter(|character| !character.is_control()).collect();
    let problem = match clean.chars().count() {
        0 => FieldProblem::Missing,
        1..=NICKNAME => return Ok(clean),
        _ => FieldProblem::TooLong,
    };
    Err(Failure::new(Code::BadInput, "a nickname has 1 to 20 characters").field("nickname", problem))
}

/// An e-mail address by its shape, or 8 to 15 digits (E.164's limit) as people write them.
fn contact(text: &str) -> Result<String, Failure> {
    let refused = |problem| Err(Failure::new(Code::BadInput, "an e-mail address or a phone number").field("contact", problem));
    if text.len() > CONTACT {
        return refused(FieldProblem::TooLong);
    }
    let mail = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.contains('@') && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    let mail = mail && !text.chars().any(|character| character.is_whitespace() || character.is_control());
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let phone = (8..=15).contains(&digits) && text.chars().all(|character| character.is_ascii_digit() || "+-() .".contains(character));
    if mail || phone { Ok(text.to_owned()) } else { refused(FieldProblem::NotAContact) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_an_address_or_a_number() {
        for text in ["a@b.kr", "jisu.kim+shop@mail.example", "010-1234-5678", "+82 10 1234 5678"] {
            assert!(contact(text).is_ok(), "{text}");
        }
        for text in ["a@b", "@b.kr", "a b@c.kr", "call me", "1234", "a@b@c.kr", "0101234567890123", "a@.kr"] {
            assert!(contact(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_nickname_is_short_and_has_no_control_characters() {
        assert_eq!(nickname(" 도토리\u{7} ").ok().as_deref(), Some("도토리"));
        assert!(nickname(" ").is_err());
        assert!(nickname(&"가".repeat(21)).is_err());
    }
}
