-- The history of one object is a chain: each entry's hash covers its content and the hash before it.
create table history_entry (
  id                uuid not null,
  object_type       text not null,
  object_id         uuid not null,
  sequence          integer not null check (sequence > 0),
  division_code     text not null,
  city_code         text generated always as (substr(division_code, 1, 4)) stored,
  county_code       text generated always as (substr(division_code, 1, 6)) stored,
  town_code         text generated always as (substr(division_code, 1, 9)) stored,
  enterprise_id     uuid,
  industry_code     text,
  industry_section  text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division text generated always as (substr(industry_code, 1, 3)) stored,
  action            text not null,
  status            text not null,
  actor             text not null,
  actor_name        text not null,
  actor_role        text not null,
  recorded_at       timestamptz not null,
  detail            jsonb not null,
  previous_hash     text not null,
  hash              text not null,
  primary key (object_id, sequence, recorded_at)
) partition by range (recorded_at);
create table history_entry_2026 partition of history_entry for values from ('2026-01-01 00:00+08') to ('2027-01-01 00:00+08');
create table history_entry_2027 partition of history_entry for values from ('2027-01-01 00:00+08') to ('2028-01-01 00:00+08');
create table history_entry_other partition of history_entry default;

create table outbox_entry (
  id                uuid not null,
  transaction_id    xid8 not null default pg_current_xact_id(),
  object_type       text not null,
  object_id         uuid not null,
  sequence          integer not null,
  division_code     text not null,
  city_code         text generated always as (substr(division_code, 1, 4)) stored,
  county_code       text generated always as (substr(division_code, 1, 6)) stored,
  town_code         text generated always as (substr(division_code, 1, 9)) stored,
  enterprise_id     uuid,
  industry_code     text,
  industry_section  text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division text generated always as (substr(industry_code, 1, 3)) stored,
  event             text not null,
  recorded_at       timestamptz not null,
  primary key (transaction_id, id, recorded_at)
) partition by range (recorded_at);
create table outbox_entry_2026 partition of outbox_entry for values from ('2026-01-01 00:00+08') to ('2027-01-01 00:00+08');
create table outbox_entry_2027 partition of outbox_entry for values from ('2027-01-01 00:00+08') to ('2028-01-01 00:00+08');
create table outbox_entry_other partition of outbox_entry default;

-- One row per accepted command of a caller: a repeat is answered from it, other content under its key is refused.
create table accepted_command (
  subject      text not null,
  key          text not null,
  operation    text not null,
  content_hash text not null,
  object_id    uuid not null,
  accepted_at  timestamptz not null,
  primary key (subject, key)
);
