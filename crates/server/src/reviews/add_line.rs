//! `POST /api/v1/stores/{store}/products/{gtin}/lines`

use super::{Said, carry_out, counted};
use crate::app::App;
use crate::catalog::get_product::in_range;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::Code;
use api::error::FieldProblem;
use api::review::add_line::AddLine;
use domain::reviews::LONGEST_LINE;

pub(super) async fn add_line(app: App, caller: Caller, ask: AddLine) -> Result<(), Failure> {
    counted(&app, &caller, "line")?;
    let live = stores::find(&app, &ask.store)?;
    let product = in_range(&live.snapshot(), ask.gtin)?;
    let key = Key::new(format!("line:{}", live.id), caller.key()?, &(product.id, ask.language, &ask.text));
    // One line, whatever was pasted.
    let text = ask.text.split(|letter: char| letter.is_whitespace() || letter.is_control()).filter(|word| !word.is_empty());
    let text = text.collect::<Vec<_>>().join(" ");
    let problem = match text.chars().count() {
        0 => Some(FieldProblem::Missing),
        length if length > LONGEST_LINE => Some(FieldProblem::TooLong),
        _ => None,
    };
    match problem {
        Some(problem) => Err(Failure::new(Code::BadInput, "a line has 1 to 80 characters").field("text", problem)),
        None => carry_out(&app, &live, &key, &Said::Line(product.id, ask.language, text)).await,
    }
}
