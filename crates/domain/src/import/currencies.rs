//! Currencies by code and by sign.

use crate::Currency;

/// ISO 4217's list of currencies in use, 2025, without funds and metals.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF \
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR \
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK \
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD \
    SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR \
    ZMW ZWG";

/// Currencies whose sign is `$` at home.
const DOLLARS: &str = "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP BSD BBD BMD BND BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD UYU";

/// The currency of an ISO 4217 code in any case.
pub fn by_code(code: &str) -> Option<Currency> {
    let code = code.to_ascii_uppercase();
    CODES.split(' ').find(|known| *known == code)?.parse().ok()
}

/// The currency of a sign or a word for it. Where a sign stands for several, `usual` decides if it is one of them.
pub fn by_sign(sign: &str, usual: Option<Currency>) -> Option<Currency> {
    let among = |codes: &str, else_: &str| match usual {
        Some(usual) if codes.split(' ').any(|code| code == usual.as_str()) => Some(usual),
        _ => else_.parse().ok(),
    };
    match sign.to_lowercase().as_str() {
        "₩" | "￦" | "원" | "won" => Some(Currency::KRW),
        "$" | "＄" => among(DOLLARS, "USD"),
        "us$" | "달러" => "USD".parse().ok(),
        "€" | "유로" | "euro" => "EUR".parse().ok(),
        "£" => among("GBP EGP LBP SYP SHP FKP GIP SDG SSP", "GBP"),
        "¥" | "￥" => among("JPY CNY", "JPY"),
        "円" | "엔" => "JPY".parse().ok(),
        "元" | "위안" => "CNY".parse().ok(),
        "₫" => "VND".parse().ok(),
        "₹" => "INR".parse().ok(),
        "฿" => "THB".parse().ok(),
        "zł" => "PLN".parse().ok(),
        _ => None,
    }
}
