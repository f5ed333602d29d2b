-- Each index of a hazard costs every report and every change of state. An enterprise's few hazards are sorted rather than
-- kept in a second order. Few hazards are major and few come from a finding: indexes of these alone cost the others
-- nothing.
drop index hazard_enterprise_reported;

drop index hazard_city_grade_due;
drop index hazard_county_grade_due;
create index hazard_city_major_due on hazard (city_code, due_at, id) where grade = 'MAJOR';
create index hazard_county_major_due on hazard (county_code, due_at, id) where grade = 'MAJOR';

create unique index hazard_finding on hazard (finding_id) where finding_id is not null;
alter table hazard drop constraint hazard_finding_id_key;

-- A section's hazards of a city or county in the order of their deadlines: the indexes by trade have them by division first.
create index hazard_city_section_due on hazard (city_code, industry_section, due_at, id);
create index hazard_county_section_due on hazard (county_code, industry_section, due_at, id);
