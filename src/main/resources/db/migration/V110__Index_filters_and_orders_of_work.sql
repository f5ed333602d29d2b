-- By grade: the same indexes serve the lists of one grade, for which there were indexes of major hazards alone.
drop index hazard_city_major_due;
drop index hazard_county_major_due;
create index hazard_city_grade_due on hazard (city_code, grade, due_at, id);
create index hazard_county_grade_due on hazard (county_code, grade, due_at, id);
create index hazard_town_grade_due on hazard (town_code, grade, due_at, id);

-- What was changed last.
create index hazard_city_updated on hazard (city_code, updated_at, id);
create index hazard_county_updated on hazard (county_code, updated_at, id);
create index hazard_town_updated on hazard (town_code, updated_at, id);
create index rectification_task_city_updated on rectification_task (city_code, updated_at, id);
create index rectification_task_county_updated on rectification_task (county_code, updated_at, id);
create index rectification_task_town_updated on rectification_task (town_code, updated_at, id);
create index inspection_city_updated on inspection (city_code, updated_at, id);
create index inspection_county_updated on inspection (county_code, updated_at, id);
create index inspection_town_updated on inspection (town_code, updated_at, id);

create index inspection_town_status on inspection (town_code, status, planned_on, id);

-- Few sectors and matters have many rows, and many have none: walking all of a city for these is too long.
create index hazard_city_sector_due on hazard (city_code, sector, due_at, id) where sector is not null;
create index hazard_county_sector_due on hazard (county_code, sector, due_at, id) where sector is not null;
create index hazard_city_matter_due on hazard (city_code, matter, due_at, id) where matter is not null;
create index hazard_county_matter_due on hazard (county_code, matter, due_at, id) where matter is not null;
create index rectification_task_city_sector_due on rectification_task (city_code, sector, due_at, id) where sector is not null;
create index rectification_task_city_matter_due on rectification_task (city_code, matter, due_at, id) where matter is not null;
create index inspection_city_sector_planned on inspection (city_code, sector, planned_on, id) where sector is not null;
create index inspection_city_matter_planned on inspection (city_code, matter, planned_on, id) where matter is not null;
create index inspection_officer_person on inspection_officer (person_id, inspection_id);
