//! Who may do what: one table of role × action, used by every handler.

use serde::{Deserialize, Serialize};

/// What a signed-in person is in a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Role {
    /// Picks, hands over, puts back, counts.
    Staff,
    /// Builds the floor and curates.
    Merchandiser,
    /// Staff with override, reject, pause and reports.
    Manager,
    /// Runs the whole organisation.
    Admin,
}

/// What may be asked for. The shopper's own acts need no role, only the reservation's token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// See the queue and its orders.
    SeePickups,
    /// Accept, unaccept, scan, unpick, short, ready, collect with the right code, extend.
    HandlePickup,
    /// Collect without the code, with a reason.
    OverrideHandover,
    /// Reject an order, with a reason.
    RejectPickup,
    /// Put goods back into their slot.
    PutBack,
    /// Adjust, count and move stock; see to shortfalls.
    AdjustStock,
    /// See and answer calls.
    AnswerCalls,
    /// Write what staff say of a product.
    WriteNotes,
    /// Stop new reservations for a while, and resume them.
    PauseReservations,
    /// See and edit drafts of the planogram.
    EditPlanogram,
    /// Publish a revision.
    PublishPlanogram,
    /// Create and change collections.
    EditCollections,
    /// Import and undo imports.
    Import,
    /// Settle reports of reviews and lines; show and hide them.
    Moderate,
    /// See figures of use.
    SeeInsights,
    /// Invite people, enrol devices, issue keys.
    Administer,
}

impl Role {
    /// Every role, for tables and tests.
    pub const ALL: [Self; 4] = [Self::Staff, Self::Merchandiser, Self::Manager, Self::Admin];

    /// The table.
    pub fn may(self, action: Action) -> bool {
        use Action::*;
        match action {
            SeePickups | HandlePickup | PutBack | AdjustStock | AnswerCalls => matches!(self, Self::Staff | Self::Manager | Self::Admin),
            // Whoever works here may have something to say of what is sold here.
            WriteNotes => true,
            OverrideHandover | RejectPickup | PauseReservations => matches!(self, Self::Manager | Self::Admin),
            EditPlanogram | PublishPlanogram | EditCollections | Import | Moderate => {
                matches!(self, Self::Merchandiser | Self::Manager | Self::Admin)
            }
            SeeInsights => !matches!(self, Self::Staff),
            Administer => matches!(self, Self::Admin),
        }
    }
}

impl Action {
    /// Every action, for tables and tests.
    pub const ALL: [Self; 16] = [
        Self::SeePickups,
        Self::HandlePickup,
        Self::OverrideHandover,
        Self::RejectPickup,
        Self::PutBack,
        Self::AdjustStock,
        Self::AnswerCalls,
        Self::WriteNotes,
        Self::PauseReservations,
        Self::EditPlanogram,
        Self::PublishPlanogram,
        Self::EditCollections,
        Self::Import,
        Self::Moderate,
        Self::SeeInsights,
        Self::Administer,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows: actions; columns: staff, merchandiser, manager, admin.
    const TABLE: [(Action, [bool; 4]); 16] = [
        (Action::SeePickups, [true, false, true, true]),
        (Action::HandlePickup, [true, false, true, true]),
        (Action::OverrideHandover, [false, false, true, true]),
        (Action::RejectPickup, [false, false, true, true]),
        (Action::PutBack, [true, false, true, true]),
        (Action::AdjustStock, [true, false, true, true]),
        (Action::AnswerCalls, [true, false, true, true]),
        (Action::WriteNotes, [true, true, true, true]),
        (Action::PauseReservations, [false, false, true, true]),
        (Action::EditPlanogram, [false, true, true, true]),
        (Action::PublishPlanogram, [false, true, true, true]),
        (Action::EditCollections, [false, true, true, true]),
        (Action::Import, [false, true, true, true]),
        (Action::Moderate, [false, true, true, true]),
        (Action::SeeInsights, [false, true, true, true]),
        (Action::Administer, [false, false, false, true]),
    ];

    #[test]
    fn the_whole_table_of_role_and_action_holds() {
        assert_eq!(TABLE.map(|(action, _)| action), Action::ALL);
        for (action, allowed) in TABLE {
            assert_eq!(Role::ALL.map(|role| role.may(action)), allowed, "{action:?}");
        }
    }
}
