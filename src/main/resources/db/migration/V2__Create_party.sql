create extension if not exists pg_trgm;

-- Every scoped row carries its division and, made from it, one column per level, so that row policies and
-- indexes begin with an equality: 4 digits name the city, 6 the county, 9 the town (GB/T 2260, GB/T 10114).
create table enterprise (
  id                uuid primary key,
  division_code     text not null references division,
  city_code         text generated always as (substr(division_code, 1, 4)) stored,
  county_code       text generated always as (substr(division_code, 1, 6)) stored,
  town_code         text generated always as (substr(division_code, 1, 9)) stored,
  industry_code     text not null references industry,
  industry_section  text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division text generated always as (substr(industry_code, 1, 3)) stored,
  credit_code       text not null unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  name              text not null,
  sector            text references key_sector,
  address           text not null,
  employees         integer not null check (employees >= 0),
  longitude         double precision,
  latitude          double precision,
  status            text not null check (status in ('ACTIVE', 'SUSPENDED', 'CLOSED')),
  version           integer not null
);
create index enterprise_city_name on enterprise (city_code, name, id);
create index enterprise_county_name on enterprise (county_code, name, id);
create index enterprise_town_name on enterprise (town_code, name, id);
create index enterprise_city_industry on enterprise (city_code, industry_section, industry_division, name, id);
create index enterprise_county_industry on enterprise (county_code, industry_section, industry_division, name, id);
create index enterprise_name_text on enterprise using gin (name gin_trgm_ops);

create table post (
  id              uuid primary key,
  code            text not null unique,
  division_code   text not null references division,
  city_code       text generated always as (substr(division_code, 1, 4)) stored,
  county_code     text generated always as (substr(division_code, 1, 6)) stored,
  town_code       text generated always as (substr(division_code, 1, 9)) stored,
  enterprise_id   uuid references enterprise,
  department_code text references department,
  title           text not null,
  kind            text not null,
  business_duties text,
  safety_duties   text
);
create index post_enterprise on post (enterprise_id) where enterprise_id is not null;

create table person (
  id                 uuid primary key,
  code               text not null unique,
  post_id            uuid not null references post,
  division_code      text not null references division,
  city_code          text generated always as (substr(division_code, 1, 4)) stored,
  county_code        text generated always as (substr(division_code, 1, 6)) stored,
  town_code          text generated always as (substr(division_code, 1, 9)) stored,
  enterprise_id      uuid references enterprise,
  name               text not null,
  phone              text,
  subject            text unique,
  certificate_number text
);
create index person_post on person (post_id);
create index person_county_name on person (county_code, name, id);
create index person_city_name on person (city_code, name, id);

create table responsibility_assignment (
  id             uuid primary key,
  party          text not null check (party in ('LEADERSHIP', 'TERRITORIAL', 'INDUSTRY_REGULATOR', 'ENTERPRISE_MAIN')),
  division_code  text not null references division,
  city_code      text generated always as (substr(division_code, 1, 4)) stored,
  county_code    text generated always as (substr(division_code, 1, 6)) stored,
  town_code      text generated always as (substr(division_code, 1, 9)) stored,
  industry_code  text references industry,
  enterprise_id  uuid references enterprise,
  person_id      uuid not null references person,
  holder_name    text not null,
  holder_title   text not null,
  valid_from     date not null,
  valid_to       date,
  version        integer not null,
  check (valid_to is null or valid_to >= valid_from)
);
create index responsibility_division on responsibility_assignment (division_code, party, valid_from, id);
create index responsibility_enterprise on responsibility_assignment (enterprise_id) where enterprise_id is not null;
create index responsibility_city on responsibility_assignment (city_code, valid_from, id);
create index responsibility_county on responsibility_assignment (county_code, valid_from, id);
