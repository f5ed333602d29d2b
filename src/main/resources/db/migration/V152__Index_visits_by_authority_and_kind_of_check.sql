-- Visits are listed by whose they are and by their kind of check.
create index inspection_city_authority_planned on inspection (city_code, authority, planned_on, id) where authority is not null;
create index inspection_county_authority_planned on inspection (county_code, authority, planned_on, id) where authority is not null;
create index inspection_city_check_kind_planned on inspection (city_code, check_kind, planned_on, id) where check_kind is not null;
create index inspection_county_check_kind_planned on inspection (county_code, check_kind, planned_on, id) where check_kind is not null;

-- The index of a city by the last change has what its lists are filtered and ordered by.
drop index inspection_city_updated;
create index inspection_city_updated on inspection (city_code, updated_at, id)
  include (planned_on, status, kind, check_kind, authority, source, matter, sector, industry_section, industry_division, county_code,
    town_code);
