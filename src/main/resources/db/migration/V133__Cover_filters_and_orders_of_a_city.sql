-- The index of a city by the last change has what its lists are filtered and ordered by: where the rows that are asked for lie
-- anywhere in the order of a list, no more than it is read. Each change moves the time of the last one, so that nothing is written
-- for it that was not written before.
drop index hazard_city_updated;
create index hazard_city_updated on hazard (city_code, updated_at, id)
  include (due_at, reported_at, status, grade, open, category_code, matter, sector, industry_section, industry_division, source,
    self_closed, county_code, town_code);
drop index rectification_task_city_updated;
create index rectification_task_city_updated on rectification_task (city_code, updated_at, id)
  include (due_at, status, open, matter, sector, industry_section, industry_division, county_code, town_code);
drop index inspection_city_updated;
create index inspection_city_updated on inspection (city_code, updated_at, id)
  include (planned_on, status, kind, source, matter, sector, industry_section, industry_division, county_code, town_code);

-- Few of the tasks of many years are open.
create index rectification_task_city_open on rectification_task (city_code, due_at, id) where open;
create index rectification_task_county_open on rectification_task (county_code, due_at, id) where open;
