-- What an enterprise found, mended and closed by itself: officers sample it.
alter table hazard add column self_closed boolean not null default false;
create index hazard_city_self_closed_due on hazard (city_code, due_at, id) where self_closed;
create index hazard_county_self_closed_due on hazard (county_code, due_at, id) where self_closed;
create index hazard_town_self_closed_due on hazard (town_code, due_at, id) where self_closed;
create index hazard_city_self_closed_reported on hazard (city_code, reported_at, id) where self_closed;
create index hazard_county_self_closed_reported on hazard (county_code, reported_at, id) where self_closed;
create index hazard_town_self_closed_reported on hazard (town_code, reported_at, id) where self_closed;
