//! Why a product is here, and how ratings are weighed.
