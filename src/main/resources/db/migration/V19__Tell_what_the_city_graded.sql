-- What the city graded is lowered by the city's leader. Of the past, history knows the role of whoever graded.
alter table hazard add column graded_by_city boolean not null default false;
alter table hazard no force row level security;
alter table history_entry no force row level security;
update hazard h set graded_by_city = true where grade = 'MAJOR' and exists (select from history_entry e
  where e.object_id = h.id and e.actor = h.graded_by and e.actor_role in ('CITY_OFFICER', 'CITY_LEADER'));
alter table history_entry force row level security;
alter table hazard force row level security;
