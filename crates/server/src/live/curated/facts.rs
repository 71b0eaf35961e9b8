//! What rules ask for, gathered for one store at one moment. Only what some rule asks for is read.

use super::other_product;
use crate::catalog::get_product::is_in_range;
use crate::hours;
use crate::live::LiveStore;
use crate::live::catalogue::Product;
use crate::live::snapshot::Snapshot;
use crate::store::activity::{self, Counted};
use crate::store::baskets;
use crate::store::{Reader, StoreError, text};
use api::catalog::Because;
use domain::curation::{Condition, Evidence, Facts, Measure, Rule, Tally, Trait};
use domain::ids::{ProductId, StoreId};
use domain::{Instant, Money, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// Stores closer than this are of one city.
const CITY_METRES: f64 = 30_000.0;

/// Figures that no snapshot has.
pub struct World {
    /// The moment.
    pub now: Instant,
    /// The store's day.
    pub today: i32,
    tallies: HashMap<ProductId, Vec<Tally>>,
    together: HashMap<ProductId, Vec<(ProductId, u32)>>,
    since: HashMap<ProductId, i32>,
    tags: HashMap<ProductId, Vec<Text>>,
    names: HashMap<ProductId, Text>,
}

impl World {
    /// Reads what these rules ask for.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn read(
        reader: &mut Reader,
        snapshot: &Snapshot,
        stores: &[Arc<LiveStore>],
        now: Instant,
        rules: &[&Rule],
    ) -> Result<Self, StoreError> {
        let (store, org) = (&snapshot.store, snapshot.store.org);
        let asks = |wanted: fn(&Condition) -> bool| rules.iter().any(|rule| rule.conditions.iter().any(wanted));
        let today = hours::day_number(store, now);
        let days = rules.iter().map(|rule| rule.days_back()).max().unwrap_or(0);
        let mut world = Self {
            now,
            today,
            tallies: HashMap::new(),
            together: HashMap::new(),
            since: HashMap::new(),
            tags: HashMap::new(),
            names: HashMap::new(),
        };
        if days > 0 {
            world.tallies = tallies(reader, snapshot, stores, now, today - i32::from(days)).await?;
        }
        if asks(|condition| matches!(condition, Condition::Together { .. })) {
            for (product, other, count) in baskets::goes_with(reader, org).await? {
                if let Some(known) = snapshot.catalogue.product(other) {
                    world.names.entry(other).or_insert_with(|| known.name.clone());
                    world.together.entry(product).or_default().push((other, count));
                }
            }
        }
        if asks(|condition| matches!(condition, Condition::New { .. })) {
            let added = activity::added(reader, org).await?;
            world.since = added.into_iter().map(|(product, at)| (product, hours::day_number(store, at))).collect();
        }
        if asks(|condition| matches!(condition, Condition::Is { what: Trait::Tag | Trait::Category, .. })) {
            world.tags = tags(reader, org).await?;
        }
        Ok(world)
    }

    /// What is known of each product of the store's range, in the merchant's order.
    pub fn facts<'a>(&'a self, snapshot: &'a Snapshot) -> Vec<Facts<'a>> {
        let here = snapshot.catalogue.products.iter().filter(|product| is_in_range(snapshot, product));
        here.map(|product| self.facts_of(snapshot, product)).collect()
    }

    /// Evidence with the names of the products that it speaks of.
    pub fn because(&self, why: &[Evidence]) -> Vec<Because> {
        let about = |evidence: &Evidence| other_product(evidence).and_then(|other| self.names.get(&other).cloned());
        why.iter().map(|evidence| Because { evidence: evidence.clone(), about: about(evidence) }).collect()
    }

    fn facts_of<'a>(&'a self, snapshot: &'a Snapshot, product: &'a Product) -> Facts<'a> {
        fn of<T>(map: &HashMap<ProductId, Vec<T>>, product: ProductId) -> &[T] {
            map.get(&product).map_or(&[], Vec::as_slice)
        }
        Facts {
            product: product.id,
            ratings: product.ratings,
            price: lowest_price(snapshot, product),
            category: &product.category,
            brand: &product.brand,
            tags: of(&self.tags, product.id),
            available: product.variants.iter().map(|variant| snapshot.available(variant.id)).sum(),
            // Unknown is old: nothing is called new by mistake.
            since: self.since.get(&product.id).copied().unwrap_or(0),
            is_noted: product.note.is_some(),
            tallies: of(&self.tallies, product.id),
            together: of(&self.together, product.id),
        }
    }
}

fn lowest_price(snapshot: &Snapshot, product: &Product) -> Option<Money> {
    product.variants.iter().filter_map(|variant| snapshot.price(variant.id)).map(|price| price.now).min_by_key(|price| price.minor)
}

/// Counts of this store, and of all stores of its city. Imported baskets name no store: they are the city's, and this store's own only
/// where there is no other.
async fn tallies(
    reader: &mut Reader,
    snapshot: &Snapshot,
    stores: &[Arc<LiveStore>],
    now: Instant,
    since: i32,
) -> Result<HashMap<ProductId, Vec<Tally>>, StoreError> {
    let here = &snapshot.store;
    let of_org = || stores.iter().map(|live| live.snapshot()).filter(|other| other.store.org == here.org);
    let is_only = of_org().count() <= 1;
    let near = of_org().filter(|other| metres(here.place, other.store.place) <= CITY_METRES).map(|other| other.store.id);
    let mut sums = HashMap::<(ProductId, i32, Measure), (u32, u32)>::new();
    let mut add = |counted: Vec<Counted>, is_here: bool| {
        for Counted { product, day, measure, count } in counted {
            let (of_store, of_city) = sums.entry((product, day, measure)).or_default();
            *of_city = of_city.saturating_add(count);
            *of_store = of_store.saturating_add(if is_here { count } else { 0 });
        }
    };
    for store in near.collect::<Vec<StoreId>>() {
        add(activity::since(reader, store, since).await?, store == here.id);
    }
    let from = hours::midnight(here, now) - domain::Span::hours(24 * i64::from(hours::day_number(here, now) - since));
    add(activity::baskets(reader, here.org, from, hours::offset(here, now)).await?, is_only);
    let mut tallies = HashMap::<_, Vec<_>>::new();
    for ((product, day, measure), (here, city)) in sums {
        tallies.entry(product).or_default().push(Tally { day, measure, here, city });
    }
    Ok(tallies)
}

/// As the crow flies over a flat city, in metres; places are millionths of a degree.
fn metres(one: (i64, i64), other: (i64, i64)) -> f64 {
    const METRES_PER_MILLIONTH: f64 = 0.111_195;
    let north = (one.0 - other.0) as f64 * METRES_PER_MILLIONTH;
    let east = (one.1 - other.1) as f64 * METRES_PER_MILLIONTH * (one.0 as f64 / 1e6).to_radians().cos();
    north.hypot(east)
}

/// Tags and whole category paths, one a line in each language.
async fn tags(reader: &mut Reader, org: domain::ids::OrgId) -> Result<HashMap<ProductId, Vec<Text>>, StoreError> {
    use crate::store::Ask as _;
    let sql = "SELECT entity_id, language, value FROM text WHERE org_id = $1 AND entity = 'product' AND field IN ('tags', 'categories')";
    let mut tags = HashMap::<ProductId, Vec<Text>>::new();
    for row in reader.fetch(sql, &[text(org)]).await? {
        let language = row.parse(1)?;
        let words = row.text(2)?.split(['\n', ',']).map(str::trim).filter(|words| !words.is_empty());
        tags.entry(row.parse(0)?).or_default().extend(words.map(|words| Text::only(language, words)));
    }
    Ok(tags)
}
