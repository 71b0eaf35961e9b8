//! Small files of each format, written here.

use super::*;
use domain::Money;
use domain::import::{PriceSaid, TextField};

fn won(price: i64) -> Option<PriceSaid> {
    Some(PriceSaid::Amount { price: Money { minor: price, currency: domain::Currency::KRW }, sale: None, from: None, until: None })
}

#[test]
fn our_own_table_is_read_in_korean_with_any_delimiter() {
    for delimiter in [",", ";", "\t", "|"] {
        let rows = [
            ["상품코드", "상품명", "바코드", "가격", "재고", "색상", "사이즈", "브랜드", "원산지"].join(delimiter),
            ["MUG-1", " 도자기 머그 ", "8801234567893", "\"59,000원\"", "12", "흰색", "L", "비트린", "국산"].join(delimiter),
            ["MUG-2", "유리 머그", "", "", "", "", "", "", ""].join(delimiter),
        ];
        let read = text(&rows.join("\r\n"));
        assert_eq!((read.format, read.rows.len(), read.flags().len()), (Format::Goods, 2, 0), "{delimiter:?}: {:?}", read.flags());
        let goods = read.goods();
        assert_eq!(goods[0].sku.as_deref(), Some("MUG-1"));
        assert_eq!(goods[0].text(TextField::Name), Some("도자기 머그"));
        assert_eq!(goods[0].gtin.map(|gtin| gtin.to_string()).as_deref(), Some("08801234567893"));
        assert_eq!((goods[0].price, goods[0].quantity, goods[0].country.as_deref()), (won(59_000), Some(12), Some("KR")));
        assert_eq!((goods[1].price, goods[1].quantity, goods[1].gtin), (None, None, None));
        assert_eq!(read.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3]);
    }
}
