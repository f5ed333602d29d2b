create table evidence (
  id                uuid primary key,
  division_code     text not null references division,
  city_code         text generated always as (substr(division_code, 1, 4)) stored,
  county_code       text generated always as (substr(division_code, 1, 6)) stored,
  town_code         text generated always as (substr(division_code, 1, 9)) stored,
  enterprise_id     uuid references enterprise,
  industry_code     text references industry,
  industry_section  text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division text generated always as (substr(industry_code, 1, 3)) stored,
  inspection_id     uuid references inspection,
  hazard_id         uuid references hazard,
  task_id           uuid references rectification_task,
  stage             text not null check (stage in ('BEFORE', 'AFTER', 'OTHER')),
  media_type        text not null,
  size              bigint not null check (size > 0),
  sha256            text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  captured_at       timestamptz,
  longitude         double precision,
  latitude          double precision,
  datum             text check (datum in ('WGS84', 'GCJ02', 'CGCS2000')),
  device            text,
  received_at       timestamptz not null,
  uploaded_by       text not null,
  version           integer not null,
  check (num_nonnulls(inspection_id, hazard_id, task_id) = 1),
  check (num_nonnulls(longitude, latitude, datum) in (0, 3))
);
create index evidence_city_received on evidence (city_code, received_at, id);
create index evidence_county_received on evidence (county_code, received_at, id);
create index evidence_town_received on evidence (town_code, received_at, id);
create index evidence_enterprise_received on evidence (enterprise_id, received_at, id);
create index evidence_hazard on evidence (hazard_id, received_at, id) where hazard_id is not null;
create index evidence_task on evidence (task_id, received_at, id) where task_id is not null;
create index evidence_inspection on evidence (inspection_id, received_at, id) where inspection_id is not null;
