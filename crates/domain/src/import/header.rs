//! Headings, in English and Korean, as shops and their software write them.

use super::{Field, Subject};

/// A heading without case, blanks and punctuation: "Product-Name", "product_name" and "g:product name" are one.
pub fn plain_name(heading: &str) -> String {
    let lower = heading.trim().to_lowercase();
    let name = lower.strip_prefix("g:").unwrap_or(&lower);
    name.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// What each column is about. A field that stands once only is the first column's that names it; the rest is ignored.
///
/// `id` and its like are the SKU where no other column is, else the product.
pub fn recognise(subject: Subject, headings: &[String]) -> Vec<Field> {
    let names: Vec<_> = headings.iter().map(|heading| plain_name(heading)).collect();
    let mut fields: Vec<_> = names.iter().map(|name| known(subject, name).unwrap_or(Field::Ignore)).collect();
    for at in 0..fields.len() {
        if !fields[at].may_repeat() && fields[..at].contains(&fields[at]) {
            fields[at] = Field::Ignore;
        }
    }
    for (at, name) in names.iter().enumerate() {
        let free = [Field::Sku, Field::Product].into_iter().find(|field| !fields.contains(field));
        if let (true, Some(free)) = (is_number(subject, name), free) {
            fields[at] = free;
        }
    }
    fields
}

/// A number of something, which may be the variant's or the product's.
fn is_number(subject: Subject, name: &str) -> bool {
    let names = ["id", "productid", "itemid", "itemno", "productcode", "productnumber", "code", "상품코드", "상품번호", "품번", "mpn"];
    subject == Subject::Goods && names.contains(&name)
}

fn known(subject: Subject, name: &str) -> Option<Field> {
    match subject {
        Subject::Goods => goods(name),
        Subject::Reviews => reviews(name),
        Subject::Sales => sales(name),
    }
}

fn goods(name: &str) -> Option<Field> {
    Some(match name {
        "itemgroupid" | "itemgroup" | "handle" | "slug" | "parentsku" | "parent" | "parentid" | "productkey" | "모델명" | "모델번호" => {
            Field::Product
        }
        "sku" | "variantsku" | "sellersku" | "stockcode" | "articlenumber" | "자체상품코드" | "옵션코드" | "관리코드" => {
            Field::Sku
        }
        "barcode" | "gtin" | "gtin8" | "gtin12" | "gtin13" | "gtin14" | "ean" | "ean13" | "upc" | "jan" | "variantbarcode"
        | "metabarcode" | "바코드" | "바코드번호" => Field::Barcode,
        "name" | "title" | "productname" | "producttitle" | "itemname" | "상품명" | "제품명" | "품명" | "이름" => Field::Name,
        "brand" | "vendor" | "brandname" | "브랜드" | "브랜드명" => Field::Brand,
        "category"
        | "categories"
        | "category1"
        | "category2"
        | "category3"
        | "producttype"
        | "productcategory"
        | "type"
        | "googleproductcategory"
        | "카테고리"
        | "분류"
        | "상품분류" => Field::Category,
        "description" | "bodyhtml" | "body" | "longdescription" | "productdescription" | "설명" | "상세설명" | "상품설명" => {
            Field::Description
        }
        "material" | "materials" | "fabric" | "소재" | "재질" => Field::Materials,
        "care" | "careinstructions" | "washing" | "세탁" | "세탁방법" | "관리방법" | "취급주의" => Field::Care,
        "maker" | "manufacturer" | "producer" | "제조사" | "제조자" | "만든이" => Field::Maker,
        "tags" | "tag" | "keywords" | "productlabels" | "activity" | "pattern" | "featuresbags" | "stylebags" | "strapbags" | "태그"
        | "키워드" => Field::Tags,
        "country" | "countryoforigin" | "countryofmanufacture" | "origin" | "madein" | "원산지" | "제조국" => Field::Country,
        "color" | "colour" | "colorname" | "색상" | "색" | "컬러" => Field::Colour,
        "hex" | "colorhex" | "colourhex" | "colorcode" | "색상코드" => Field::Hex,
        "size" | "packagesize" | "사이즈" | "치수" | "규격" => Field::Size,
        "price" | "variantprice" | "listprice" | "regularprice" | "unitprice" | "가격" | "판매가" | "판매가원" | "가격원" | "정가"
        | "소비자가" | "단가" => Field::Price,
        "saleprice" | "specialprice" | "discountprice" | "할인가" | "세일가" | "할인가격" => Field::SalePrice,
        "compareatprice" | "variantcompareatprice" | "pricebefore" => Field::PriceBefore,
        "discountpercentage" | "discount" | "할인율" => Field::Discount,
        "salefrom" | "salestart" | "specialpricefromdate" | "할인시작" | "할인시작일" => Field::SaleFrom,
        "saleuntil" | "saleend" | "specialpricetodate" | "할인종료" | "할인종료일" => Field::SaleUntil,
        "salepriceeffectivedate" => Field::SalePeriod,
        "currency" | "currencycode" | "통화" => Field::Currency,
        "quantity" | "qty" | "stock" | "inventory" | "inventorycount" | "variantinventoryqty" | "onhand" | "재고" | "재고수량" | "수량" => {
            Field::Quantity
        }
        "store" | "storecode" | "storeid" | "매장" | "지점" | "매장코드" => Field::Store,
        "width" | "widthmm" | "widthcm" | "productwidth" | "dimensionswidth" | "가로" | "폭" | "너비" => Field::Width,
        "height" | "heightmm" | "heightcm" | "productheight" | "dimensionsheight" | "높이" | "세로" => Field::Height,
        "depth" | "depthmm" | "depthcm" | "length" | "productlength" | "dimensionsdepth" | "깊이" => Field::Depth,
        "dimensionsunit" | "lengthunit" | "dimensionunit" => Field::LengthUnit,
        "picture"
        | "pictures"
        | "image"
        | "images"
        | "imagelink"
        | "additionalimagelink"
        | "imagesrc"
        | "variantimage"
        | "baseimage"
        | "additionalimages"
        | "imageurl"
        | "image1src"
        | "image2src"
        | "image3src"
        | "photo"
        | "photos"
        | "사진"
        | "이미지"
        | "대표이미지" => Field::Picture,
        "links" | "productlink" | "productlinks" | "document" | "documents" | "링크" | "문서" | "관련링크" => Field::Link,
        "language" | "locale" | "lang" | "언어" => Field::Language,
        "listed" | "published" | "status" | "productonline" | "active" | "판매상태" | "판매여부" | "진열상태" => Field::Listed,
        "rating" | "stars" | "averagerating" | "ratingvalue" | "평점" | "별점" => Field::Stars,
        "ratingcount" | "reviewcount" | "reviewscount" | "리뷰수" | "후기수" => Field::StarsCount,
        _ if is_option(name) => Field::Option,
        // A link type as a heading: `gs1:certificationInfo`.
        _ if name.starts_with("gs1") => Field::Link,
        _ => return None,
    })
}

/// `option1name`, `option1value`.
fn is_option(name: &str) -> bool {
    let numbered = name.strip_prefix("option").and_then(|rest| rest.strip_suffix("name").or_else(|| rest.strip_suffix("value")));
    numbered.is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn reviews(name: &str) -> Option<Field> {
    Some(match name {
        "sku" | "product" | "productid" | "productsku" | "productkey" | "handle" | "producthandle" | "itemid" | "movieid" | "asin"
        | "slug" | "상품번호" | "상품코드" | "상품" => Field::Product,
        "gtin" | "barcode" | "ean" | "upc" | "바코드" => Field::Barcode,
        "reviewid" | "id" | "key" | "리뷰번호" | "후기번호" => Field::Key,
        "rating" | "stars" | "score" | "ratingvalue" | "reviewrating" | "rating5" | "rating10" | "rating100" | "별점" | "평점" | "점수" => {
            Field::Stars
        }
        "best" | "bestrating" | "scale" | "maxrating" | "만점" => Field::StarsBest,
        "title" | "headline" | "reviewtitle" | "summary" | "제목" => Field::Title,
        "review" | "text" | "body" | "comment" | "content" | "reviewbody" | "reviewtext" | "reviewcontent" | "내용" | "리뷰" | "후기"
        | "상품평" => Field::Body,
        "reviewer" | "author" | "nickname" | "name" | "reviewername" | "user" | "작성자" | "닉네임" | "이름" => Field::Author,
        "verified" | "verifiedpurchase" | "verifiedbuyer" | "구매확인" | "구매여부" => Field::Verified,
        "helpful" | "helpfulcount" | "helpfulvotes" | "votes" | "likes" | "도움" | "추천" | "좋아요" => Field::Helpful,
        "date" | "createdat" | "reviewdate" | "writtenat" | "datepublished" | "time" | "timestamp" | "작성일" | "등록일" | "날짜" => {
            Field::Date
        }
        "size" | "사이즈" => Field::Size,
        "fit" | "핏" | "착용감" => Field::Fit,
        "language" | "locale" | "lang" | "언어" => Field::Language,
        "photos" | "photo" | "images" | "image" | "picture" | "pictures" | "사진" => Field::Picture,
        _ => return None,
    })
}

fn sales(name: &str) -> Option<Field> {
    Some(match name {
        "basket" | "basketid" | "order" | "orderid" | "orderno" | "ordernumber" | "invoice" | "invoiceno" | "receipt" | "receiptid"
        | "transaction" | "transactionid" | "주문번호" | "영수증번호" | "거래번호" => Field::Key,
        "instant" | "date" | "time" | "datetime" | "soldat" | "orderdate" | "invoicedate" | "주문일시" | "판매일시" | "판매일" | "날짜"
        | "일시" => Field::Date,
        "code" | "sku" | "product" | "productid" | "item" | "itemid" | "stockcode" | "lineitemsku" | "상품코드" | "상품번호" | "상품"
        | "품목" => Field::Sku,
        "gtin" | "barcode" | "ean" | "바코드" => Field::Barcode,
        "quantity" | "qty" | "count" | "units" | "lineitemquantity" | "수량" | "개수" => Field::Quantity,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(subject: Subject, headings: &[&str]) -> Vec<Field> {
        recognise(subject, &headings.iter().map(|heading| (*heading).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn headings_are_known_whatever_their_case_and_punctuation() {
        for (heading, expected) in [
            ("Product Name", Field::Name),
            ("PRODUCT-NAME", Field::Name),
            ("g:item_group_id", Field::Product),
            ("Body (HTML)", Field::Description),
            ("sale_price_effective_date", Field::SalePeriod),
            ("Option1 Value", Field::Option),
            (" 상품명 ", Field::Name),
            ("판매가(원)", Field::Price),
            ("가격", Field::Price),
            ("바코드", Field::Barcode),
            ("재고", Field::Quantity),
            ("색상", Field::Colour),
            ("사이즈", Field::Size),
            ("브랜드", Field::Brand),
            ("원산지", Field::Country),
            ("gs1:certificationInfo", Field::Link),
            ("custom_field.custom.wattage", Field::Ignore),
        ] {
            assert_eq!(fields(Subject::Goods, &[heading]), [expected], "{heading}");
        }
    }

    #[test]
    fn the_same_heading_means_another_thing_in_reviews_and_sales() {
        let headings = ["title", "name", "수량", "별점"];
        assert_eq!(fields(Subject::Goods, &headings), [Field::Name, Field::Ignore, Field::Quantity, Field::Stars]);
        assert_eq!(fields(Subject::Reviews, &headings), [Field::Title, Field::Author, Field::Ignore, Field::Stars]);
        assert_eq!(fields(Subject::Sales, &headings), [Field::Ignore, Field::Ignore, Field::Quantity, Field::Ignore]);
    }

    #[test]
    fn a_bare_number_is_the_sku_unless_another_column_is() {
        assert_eq!(fields(Subject::Goods, &["id", "title"]), [Field::Sku, Field::Name]);
        assert_eq!(fields(Subject::Goods, &["id", "title", "sku"]), [Field::Product, Field::Name, Field::Sku]);
        assert_eq!(fields(Subject::Goods, &["id", "item_group_id", "mpn"]), [Field::Sku, Field::Product, Field::Ignore]);
    }
}
