//! `POST /api/v1/reservation/confirm`

use super::{act::Act, shopper};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::Code;
use api::error::FieldProblem;
use api::reservation::Ticket;
use api::reservation::confirm_reservation::ConfirmReservation;
use domain::Contact;

const NICKNAME: usize = 20;
const CONTACT: usize = 254;

pub(super) async fn confirm_reservation(app: App, caller: Caller, ask: ConfirmReservation) -> Result<Ticket, Failure> {
    // Whoever opens nothing learns nothing else either.
    super::opened(&app, &caller).await?;
    let nickname = nickname(&ask.nickname)?;
    let contact = ask.contact.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(|text| contact(&app, text)).transpose()?;
    let asked = ("confirm", &nickname, &contact, ask.language);
    let act = Act::Confirm { nickname: nickname.clone(), contact: contact.clone(), language: ask.language };
    shopper(&app, &caller, None, &asked, act).await
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

/// In its normal form, and of a kind that this deployment has a way to: nobody is asked for an address that is of no use.
fn contact(app: &App, text: &str) -> Result<String, Failure> {
    let refused = |problem, detail: &str| Failure::new(Code::BadInput, detail).field("contact", problem);
    if text.len() > CONTACT {
        return Err(refused(FieldProblem::TooLong, "an address has at most 254 characters"));
    }
    let contact: Contact =
        text.parse().map_err(|_| refused(FieldProblem::NotAContact, "an e-mail address or a phone number of 8 to 15 digits"))?;
    match app.notices().by(contact.kind()) {
        Some(_) => Ok(contact.as_str().to_owned()),
        None => Err(refused(
            FieldProblem::NotAContact,
            "no notice can be sent to an address of this kind; the ticket's contacts has those that can",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nickname_is_short_and_has_no_control_characters() {
        assert_eq!(nickname(" 도토리\u{7} ").ok().as_deref(), Some("도토리"));
        assert!(nickname(" ").is_err());
        assert!(nickname(&"가".repeat(21)).is_err());
    }
}
