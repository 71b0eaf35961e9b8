//! Where a notice is, as screens say it: never to whom.

use crate::store::reservation::Kept;
use api::notice::{NoticeStanding, NoticeState};
use domain::Contact;
use domain::reservation::State;

/// Where the notice of its state is; `None` where nobody left an address, or nothing is to be told.
pub fn state(kept: &Kept) -> Option<NoticeState> {
    let by = kept.contact.as_ref()?.parse::<Contact>().ok()?.kind();
    let notice = kept.notice.as_ref()?;
    let told_at = kept.machine.notified_at.filter(|told_at| kept.machine.state == State::Ready && *told_at >= notice.created_at);
    let (standing, since) = match (notice.sent_at, told_at, notice.failed_at) {
        (Some(sent_at), ..) => (NoticeStanding::Sent, sent_at),
        (_, Some(told_at), _) => (NoticeStanding::Told, told_at),
        (.., Some(failed_at)) => (NoticeStanding::Failed, failed_at),
        _ if notice.is_delayed() => (NoticeStanding::Delayed, notice.created_at),
        _ => (NoticeStanding::Waiting, notice.created_at),
    };
    Some(NoticeState { standing, since, by })
}
