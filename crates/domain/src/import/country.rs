//! Countries by code and by name.

/// ISO 3166-1 alpha-2, all that are assigned.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC \
    CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI \
    GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB \
    LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ \
    OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD \
    TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Names of the countries that goods mostly come from, lower case, after the code.
const NAMES: &[(&str, &[&str])] = &[
    ("KR", &["korea", "south korea", "republic of korea", "korea, republic of", "kor", "대한민국", "한국", "국산"]),
    ("CN", &["china", "people's republic of china", "prc", "chn", "중국"]),
    ("JP", &["japan", "jpn", "일본", "日本"]),
    ("US", &["united states", "united states of america", "usa", "미국"]),
    ("GB", &["united kingdom", "great britain", "england", "uk", "gbr", "영국"]),
    ("DE", &["germany", "deutschland", "deu", "독일"]),
    ("FR", &["france", "fra", "프랑스"]),
    ("IT", &["italy", "italia", "ita", "이탈리아"]),
    ("ES", &["spain", "españa", "esp", "스페인"]),
    ("PT", &["portugal", "prt", "포르투갈"]),
    ("NL", &["netherlands", "the netherlands", "nld", "네덜란드"]),
    ("BE", &["belgium", "bel", "벨기에"]),
    ("CH", &["switzerland", "schweiz", "che", "스위스"]),
    ("AT", &["austria", "österreich", "aut", "오스트리아"]),
    ("PL", &["poland", "polska", "pol", "폴란드"]),
    ("CZ", &["czech republic", "czechia", "cze", "체코"]),
    ("SE", &["sweden", "sverige", "swe", "스웨덴"]),
    ("DK", &["denmark", "danmark", "dnk", "덴마크"]),
    ("NO", &["norway", "norge", "nor", "노르웨이"]),
    ("FI", &["finland", "suomi", "fin", "핀란드"]),
    ("TR", &["turkey", "türkiye", "tur", "튀르키예", "터키"]),
    ("VN", &["vietnam", "viet nam", "vnm", "베트남"]),
    ("TH", &["thailand", "tha", "태국"]),
    ("ID", &["indonesia", "idn", "인도네시아"]),
    ("IN", &["india", "ind", "인도"]),
    ("BD", &["bangladesh", "bgd", "방글라데시"]),
    ("TW", &["taiwan", "twn", "대만", "臺灣", "台湾"]),
    ("HK", &["hong kong", "hkg", "홍콩"]),
    ("MY", &["malaysia", "mys", "말레이시아"]),
    ("PH", &["philippines", "phl", "필리핀"]),
    ("SG", &["singapore", "sgp", "싱가포르"]),
    ("AU", &["australia", "aus", "호주"]),
    ("NZ", &["new zealand", "nzl", "뉴질랜드"]),
    ("CA", &["canada", "can", "캐나다"]),
    ("MX", &["mexico", "méxico", "mex", "멕시코"]),
    ("BR", &["brazil", "brasil", "bra", "브라질"]),
];

/// ISO 3166-1 alpha-2 of a code or a name, also after "made in" and before "산"; `None` when it is neither.
pub fn read(said: &str) -> Option<&'static str> {
    let lower = said.trim().to_lowercase();
    let name = lower.strip_prefix("made in ").unwrap_or(&lower).trim();
    let upper = name.to_uppercase();
    let by_name = |name: &str| NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(code, _)| *code);
    // "국산" ends like "중국산" but is a name of its own.
    CODES.split_whitespace().find(|code| *code == upper).or_else(|| by_name(name)).or_else(|| by_name(name.strip_suffix("산")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_read_by_code_or_name() {
        for (said, expected) in [
            ("KR", Some("KR")),
            ("de", Some("DE")),
            ("UK", Some("GB")),
            (" Made in Italy", Some("IT")),
            ("대한민국", Some("KR")),
            ("중국산", Some("CN")),
            ("국산", Some("KR")),
            ("USA", Some("US")),
            ("Atlantis", None),
            ("XX", None),
            ("", None),
        ] {
            assert_eq!(read(said), expected, "{said}");
        }
    }
}
