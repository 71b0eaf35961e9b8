//! Words of reports and of what the shop did about them.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        pub enum $name { $($(#[$each])* $variant,)* }

        impl $name {
            /// Every one, for tables and tests.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// As on the wire and in the database.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text).ok_or(())
            }
        }
    };
}

words! {
    /// What is reported.
    Subject {
        /// A web customer's review.
        Review = "review",
        /// A line by somebody who touched it.
        Line = "line",
    }
}

words! {
    /// Why it should not stand there.
    ReportReason {
        /// It gives somebody away.
        PersonalData = "personal-data",
        /// It insults.
        Abuse = "abuse",
        /// It sells something.
        Advert = "advert",
        /// It is about something else.
        OffTopic = "off-topic",
    }
}

words! {
    /// What a moderator does.
    Act {
        /// It stays as it is; its reports are settled. A waiting line is shown.
        Keep = "keep",
        /// Nobody sees it any more, and it counts nowhere.
        Hide = "hide",
        /// It is seen again.
        Show = "show",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_on_the_wire_and_in_the_database() {
        for reason in ReportReason::ALL {
            assert_eq!(serde_json::to_string(reason).expect("json"), format!("\"{reason}\""));
            assert_eq!(reason.as_str().parse(), Ok(*reason));
        }
        assert_eq!("delete".parse::<Act>(), Err(()));
    }
}
