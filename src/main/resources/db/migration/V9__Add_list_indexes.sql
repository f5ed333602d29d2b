-- Towns list their people and assignments, and enterprises their people, in order, as the levels above them do.
create index person_town_name on person (town_code, name, id);
create index person_enterprise_name on person (enterprise_id, name, id) where enterprise_id is not null;
create index responsibility_town on responsibility_assignment (town_code, valid_from, id);
-- A town and an enterprise list a state's few hazards and tasks without reading the many that are closed.
create index hazard_town_status_due on hazard (town_code, status, due_at, id);
create index rectification_task_town_status on rectification_task (town_code, status, due_at, id);
-- The state of a visit is asked for most: what is planned, what waits for a signature.
create index inspection_city_status on inspection (city_code, status, planned_on, id);
create index inspection_county_status on inspection (county_code, status, planned_on, id);
