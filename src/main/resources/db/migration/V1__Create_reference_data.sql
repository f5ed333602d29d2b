-- Reference data is readable by every signed-in caller: it says nothing about any enterprise.
create table division (
  code        text primary key check (code ~ '^[0-9]{12}$'),
  id          uuid not null unique,
  name        text not null,
  level       text not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWN')),
  kind        text not null check (kind in ('ADMINISTRATIVE', 'FUNCTIONAL_ZONE')),
  parent_code text references division,
  valid_from  date not null,
  valid_to    date,
  check (valid_to is null or valid_to >= valid_from)
);
create index division_parent on division (parent_code, code);

create table industry (
  code        text primary key check (code ~ '^[A-T]([0-9]{2,4})?$'),
  name        text not null,
  parent_code text references industry,
  standard    text not null,
  valid_from  date not null,
  valid_to    date
);

create table key_sector (
  code       text primary key,
  name       text not null,
  valid_from date not null,
  valid_to   date
);

create table department (
  code          text primary key,
  id            uuid not null unique,
  name          text not null,
  division_code text not null references division,
  kind          text not null,
  industries    text[] not null default '{}'
);
create index department_division on department (division_code, code);

create table hazard_category (
  code       text primary key,
  name       text not null,
  nature     text not null check (nature in ('UNSAFE_STATE', 'UNSAFE_ACT', 'ENVIRONMENT', 'MANAGEMENT')),
  area       text not null check (area in ('BASIC_MANAGEMENT', 'ON_SITE_MANAGEMENT')),
  valid_from date not null,
  valid_to   date
);

create table judgement_standard (
  code            text primary key,
  title           text not null,
  document_number text,
  issuing_body    text,
  sector          text references key_sector,
  valid_from      date not null,
  valid_to        date
);

create table judgement_clause (
  standard_code text not null references judgement_standard,
  clause        text not null,
  summary       text not null,
  primary key (standard_code, clause)
);

-- Only the days that deviate from Monday to Friday; a year without any row has no published calendar.
create table calendar_day (
  day    date primary key,
  kind   text not null check (kind in ('HOLIDAY', 'WORKDAY')),
  name   text not null,
  source text
);

create table deadline_rule (
  code       text primary key,
  subject    text not null,
  grade      text check (grade in ('GENERAL', 'MAJOR')),
  amount     integer not null check (amount > 0),
  unit       text not null check (unit in ('WORKING_DAY', 'NATURAL_DAY', 'HOUR')),
  source     text not null,
  valid_from date not null,
  valid_to   date
);

create table checklist (
  id         uuid primary key,
  code       text not null,
  version    integer not null check (version > 0),
  title      text not null,
  sector     text references key_sector,
  valid_from date not null,
  valid_to   date,
  unique (code, version)
);

create table checklist_item (
  id            uuid primary key,
  checklist_id  uuid not null references checklist,
  number        integer not null check (number > 0),
  text          text not null,
  basis         text,
  category_code text references hazard_category,
  unique (checklist_id, number)
);

-- One secret of the installation, shared by all replicas without configuration: it seals page cursors.
create table installation_secret (
  purpose text primary key,
  value   text not null
);
insert into installation_secret values ('CURSOR', gen_random_uuid()::text || gen_random_uuid()::text);

create table seed_import (
  file      text primary key,
  sha256    text not null,
  rows      integer not null,
  loaded_at timestamptz not null
);
