-- Who found a hazard beside its reporter, and who recorded its fix on site: neither closes it.
alter table hazard add column found_by text;
alter table hazard add column fixed_by text;

-- The owner changes what is there, which the forced policies would show it nothing of.
alter table hazard no force row level security;
alter table finding no force row level security;
update hazard h set found_by = f.recorded_by from finding f where f.id = h.finding_id;
alter table finding force row level security;
alter table hazard force row level security;

-- The duplicates of a hazard come back when it is rejected.
create index hazard_duplicates on hazard (duplicate_of_id) where duplicate_of_id is not null;
