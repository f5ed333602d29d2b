create table hazard (
  id                  uuid primary key,
  division_code       text not null references division,
  city_code           text generated always as (substr(division_code, 1, 4)) stored,
  county_code         text generated always as (substr(division_code, 1, 6)) stored,
  town_code           text generated always as (substr(division_code, 1, 9)) stored,
  enterprise_id       uuid not null references enterprise,
  industry_code       text not null references industry,
  industry_section    text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division   text generated always as (substr(industry_code, 1, 3)) stored,
  inspection_id       uuid references inspection,
  finding_id          uuid unique references finding,
  title               text not null,
  description         text,
  place               text,
  category_code       text not null references hazard_category,
  source              text not null check (source in ('GOVERNMENT', 'ENTERPRISE', 'WORKER', 'INTEGRATION')),
  status              text not null check (status in ('REPORTED', 'CONFIRMED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED', 'REVIEWING', 'CLOSED', 'REJECTED', 'DUPLICATE', 'FIXED_ON_SITE', 'REOPENED')),
  open                boolean generated always as (status not in ('CLOSED', 'REJECTED', 'DUPLICATE')) stored,
  grade               text not null check (grade in ('GENERAL', 'MAJOR')),
  graded_by           text,
  judgement_standard  text,
  judgement_clause    text,
  discovered_at       timestamptz not null,
  reported_at         timestamptz not null,
  reported_by         text not null,
  confirmed_by        text,
  closed_by           text,
  closed_at           timestamptz,
  rejection_reason    text,
  contested           boolean not null default false,
  duplicate_of_id     uuid references hazard,
  responsible_parties jsonb not null,
  five_implementations jsonb,
  interim_measures    text,
  due_at              timestamptz not null,
  deadline            jsonb not null,
  state_due_at        timestamptz,
  state_deadline      jsonb,
  version             integer not null,
  foreign key (judgement_standard, judgement_clause) references judgement_clause (standard_code, clause)
);
create index hazard_city_due on hazard (city_code, due_at, id) where open;
create index hazard_county_due on hazard (county_code, due_at, id) where open;
create index hazard_town_due on hazard (town_code, due_at, id) where open;
create index hazard_enterprise_due on hazard (enterprise_id, due_at, id);
create index hazard_city_status_due on hazard (city_code, status, due_at, id);
create index hazard_county_status_due on hazard (county_code, status, due_at, id);
create index hazard_city_all_due on hazard (city_code, due_at, id);
create index hazard_county_all_due on hazard (county_code, due_at, id);
create index hazard_town_all_due on hazard (town_code, due_at, id);
create index hazard_city_reported on hazard (city_code, reported_at, id);
create index hazard_county_reported on hazard (county_code, reported_at, id);
create index hazard_town_reported on hazard (town_code, reported_at, id);
create index hazard_enterprise_reported on hazard (enterprise_id, reported_at, id);
create index hazard_city_industry_due on hazard (city_code, industry_section, industry_division, due_at, id);
create index hazard_county_industry_due on hazard (county_code, industry_section, industry_division, due_at, id);
create index hazard_city_grade_due on hazard (city_code, grade, due_at, id);
create index hazard_county_grade_due on hazard (county_code, grade, due_at, id);
create index hazard_inspection_due on hazard (inspection_id, due_at, id) where inspection_id is not null;
create index hazard_title_text on hazard using gin (title gin_trgm_ops);
