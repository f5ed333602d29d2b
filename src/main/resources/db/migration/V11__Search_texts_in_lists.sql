-- A search reads its list's own index and finds the titles there. PostgreSQL cannot put a text search before a row
-- policy, since a pattern operator could tell of hidden rows; so the trigram indexes were never used for anybody, and
-- every report paid for one. The lists by name have the name in their order already.
drop index enterprise_name_text;
drop index hazard_title_text;
drop index hazard_city_all_due;
drop index hazard_county_all_due;
drop index hazard_town_all_due;
create index hazard_city_all_due on hazard (city_code, due_at, id) include (title);
create index hazard_county_all_due on hazard (county_code, due_at, id) include (title);
create index hazard_town_all_due on hazard (town_code, due_at, id) include (title);
