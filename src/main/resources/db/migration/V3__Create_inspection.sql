create table campaign (
  id               uuid primary key,
  division_code    text not null references division,
  city_code        text generated always as (substr(division_code, 1, 4)) stored,
  county_code      text generated always as (substr(division_code, 1, 6)) stored,
  town_code        text generated always as (substr(division_code, 1, 9)) stored,
  title            text not null,
  kind             text not null check (kind in ('KEY_PERIOD', 'SPECIAL_GOVERNANCE', 'ROUTINE')),
  status           text not null check (status in ('DRAFT', 'APPROVED', 'MOBILISATION', 'SELF_CHECK', 'ENFORCEMENT', 'SUMMARY', 'LOOK_BACK', 'ARCHIVED')),
  starts_on        date not null,
  ends_on          date not null,
  target_divisions text[] not null,
  target_counties  text[] not null,
  industries       text[] not null default '{}',
  created_by       text not null,
  created_at       timestamptz not null,
  version          integer not null,
  check (ends_on >= starts_on)
);
create index campaign_city_start on campaign (city_code, starts_on, id);
create index campaign_county_start on campaign (county_code, starts_on, id);
create index campaign_targets on campaign using gin (target_counties);

create table inspection (
  id                   uuid primary key,
  division_code        text not null references division,
  city_code            text generated always as (substr(division_code, 1, 4)) stored,
  county_code          text generated always as (substr(division_code, 1, 6)) stored,
  town_code            text generated always as (substr(division_code, 1, 9)) stored,
  enterprise_id        uuid references enterprise,
  industry_code        text references industry,
  industry_section     text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division    text generated always as (substr(industry_code, 1, 3)) stored,
  target_department    text references department,
  campaign_id          uuid references campaign,
  checklist_id         uuid not null references checklist,
  kind                 text not null check (kind in ('ENFORCEMENT', 'SUPERVISION', 'SELF_CHECK', 'ASSISTANCE')),
  announced            boolean not null,
  status               text not null check (status in ('PLANNED', 'ASSIGNED', 'NOTIFIED', 'IN_PROGRESS', 'RECORD_PENDING_SIGNATURE', 'SIGNED', 'SIGNATURE_REFUSED', 'FINDINGS_ISSUED', 'FOLLOW_UP', 'COMPLETED', 'CANCELLED', 'ABORTED')),
  planned_on           date not null,
  planned_by           text not null,
  planned_at           timestamptz not null,
  notified_at          timestamptz,
  started_at           timestamptz,
  started_by           text,
  signed_at            timestamptz,
  signed_by            text,
  signer_name          text,
  signature_refusal    text,
  completed_at         timestamptz,
  end_reason           text,
  version              integer not null,
  visible_to_target    boolean generated always as (kind = 'SELF_CHECK' or started_at is not null or (announced and notified_at is not null)) stored,
  check ((enterprise_id is null) = (kind = 'SUPERVISION')),
  check ((enterprise_id is null) = (industry_code is null)),
  check ((target_department is not null) = (kind = 'SUPERVISION'))
);
create index inspection_city_planned on inspection (city_code, planned_on, id);
create index inspection_county_planned on inspection (county_code, planned_on, id);
create index inspection_town_planned on inspection (town_code, planned_on, id);
create index inspection_enterprise_planned on inspection (enterprise_id, planned_on, id);
create index inspection_campaign_planned on inspection (campaign_id, planned_on, id) where campaign_id is not null;

create table inspection_officer (
  inspection_id      uuid not null references inspection,
  person_id          uuid not null references person,
  name               text not null,
  subject            text,
  certificate_number text,
  primary key (inspection_id, person_id)
);

create table finding (
  id             uuid primary key,
  inspection_id  uuid not null references inspection,
  item_id        uuid not null references checklist_item,
  result         text not null check (result in ('COMPLIANT', 'NON_COMPLIANT', 'NOT_APPLICABLE')),
  note           text,
  fixed_on_site  boolean not null default false,
  recorded_by    text not null,
  recorded_at    timestamptz not null,
  unique (inspection_id, item_id)
);
