//! A body that is a file: read piece by piece, never more than its endpoint allows, so memory stays flat whatever is sent.

use super::wire::{broke_off, too_large};
use crate::failure::Failure;
use api::Endpoint;
use axum::body::{Body, BodyDataStream, Bytes};
use axum::http::{HeaderMap, header};
use tokio_stream::StreamExt as _;

/// What a client sends.
pub struct Upload {
    pieces: BodyDataStream,
    at_most: u64,
    seen: u64,
}

impl Upload {
    /// Refuses at once what says itself that it is too large.
    pub(super) fn begin<E: Endpoint>(headers: &HeaderMap, body: Body) -> Result<Self, Failure> {
        let at_most = E::FILE.map_or(0, |file| file.at_most);
        let told = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        if told.is_some_and(|told| told > at_most) {
            return Err(too_large(at_most));
        }
        Ok(Self { pieces: body.into_data_stream(), at_most, seen: 0 })
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// `TooLarge` when there is more than the endpoint allows, `Unreadable` when the connection is cut.
    pub async fn piece(&mut self) -> Result<Option<Bytes>, Failure> {
        let Some(piece) = self.pieces.next().await.transpose().map_err(|_| broke_off())? else { return Ok(None) };
        self.seen += piece.len() as u64;
        if self.seen > self.at_most { Err(too_large(self.at_most)) } else { Ok(Some(piece)) }
    }

    /// All of it, in memory: for files whose limit is small.
    ///
    /// # Errors
    /// See [`Self::piece`].
    pub async fn bytes(mut self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.piece().await? {
            bytes.extend_from_slice(&piece);
        }
        Ok(bytes)
    }
}
