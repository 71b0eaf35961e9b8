//! The one error of the server's edge. What a client reads is a `Problem`; what broke here is logged once, in
//! `into_response`, and never told.

use api::error::{FieldProblem, MEDIA_TYPE};
use api::{Code, Problem};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::collections::BTreeMap;

tokio::task_local! {
    /// The id of the request that this task answers; set by `contract::trace`, read when a failure is written down.
    pub(crate) static REQUEST_ID: String;
}

/// Why a request is not answered as asked.
#[derive(Debug)]
pub struct Failure {
    /// For programs; gives the status.
    pub code: Code,
    /// In English, for developers.
    pub detail: String,
    /// What the sentence on the screen names.
    pub params: BTreeMap<String, String>,
    /// Input errors by field.
    pub fields: BTreeMap<String, FieldProblem>,
    /// For 409: the present state. Boxed, because a result is as large as its largest side.
    pub present: Option<Box<serde_json::Value>>,
    /// Seconds until trying again makes sense.
    pub retry_after: Option<u32>,
    cause: Option<anyhow::Error>,
}

impl Failure {
    /// A refusal with its stable code and a sentence for developers.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        let (params, fields) = (BTreeMap::new(), BTreeMap::new());
        Self { code, detail: detail.into(), params, fields, present: None, retry_after: None, cause: None }
    }

    /// Something broke here; the client learns nothing but the request id.
    pub fn internal(cause: impl Into<anyhow::Error>) -> Self {
        Self::new(Code::Internal, "something broke on the server; the request id finds it in the log").caused_by(cause)
    }

    /// Names something that the sentence on the screen needs.
    #[must_use]
    pub fn param(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// Says what is wrong with a field.
    #[must_use]
    pub fn field(mut self, name: &str, what: FieldProblem) -> Self {
        self.fields.insert(name.to_owned(), what);
        self
    }

    /// Carries the present state, for a conflict.
    #[must_use]
    pub fn present(mut self, value: &impl Serialize) -> Self {
        self.present = serde_json::to_value(value).ok().map(Box::new);
        self
    }

    /// Says when to try again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// What it comes from: logged, never told.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<anyhow::Error>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    fn into_problem(self) -> Problem {
        Problem {
            about: format!("{}#{}", api::openapi::PAGE, self.code.as_str()),
            title: self.code.doc().trim().to_owned(),
            status: self.code.status(),
            detail: self.detail,
            code: self.code,
            params: self.params,
            request: REQUEST_ID.try_with(Clone::clone).unwrap_or_default(),
            fields: self.fields,
            present: self.present.map(|present| *present),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(mut self) -> Response {
        if let Some(cause) = self.cause.take() {
            tracing::error!(code = self.code.as_str(), "{cause:#}");
        }
        let status = StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.retry_after;
        let body = serde_json::to_vec(&self.into_problem()).unwrap_or_default();
        let mut response = (status, [(header::CONTENT_TYPE, MEDIA_TYPE), (header::CACHE_CONTROL, "no-store")], body).into_response();
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_cause_is_never_told() {
        let failure = Failure::internal(anyhow::anyhow!("password of the database"));
        let response = failure.retry_after(3).into_response();
        assert_eq!(response.status(), 500);
        assert_eq!(response.headers()["retry-after"], "3");
        assert_eq!(response.headers()["content-type"], MEDIA_TYPE);
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.expect("a body");
        assert!(!String::from_utf8_lossy(&body).contains("password"));
    }

    #[tokio::test]
    async fn a_problem_says_code_fields_and_present_state() {
        let failure = Failure::new(Code::Stale, "version 3 is not 4").param("expected", 4).present(&[1, 2]);
        let response = failure.field("bin", FieldProblem::Missing).into_response();
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.expect("a body");
        let problem: Problem = serde_json::from_slice(&body).expect("a problem");
        assert_eq!((problem.status, problem.code, problem.params["expected"].as_str()), (409, Code::Stale, "4"));
        assert_eq!(problem.present, Some(serde_json::json!([1, 2])));
        assert_eq!(problem.fields["bin"], FieldProblem::Missing);
    }
}
