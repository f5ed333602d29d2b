create table rectification_task (
  id                uuid primary key,
  hazard_id         uuid not null references hazard,
  division_code     text not null references division,
  city_code         text generated always as (substr(division_code, 1, 4)) stored,
  county_code       text generated always as (substr(division_code, 1, 6)) stored,
  town_code         text generated always as (substr(division_code, 1, 9)) stored,
  enterprise_id     uuid not null references enterprise,
  industry_code     text not null references industry,
  industry_section  text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division text generated always as (substr(industry_code, 1, 3)) stored,
  status            text not null check (status in ('PENDING_ACCEPT', 'ACCEPTED', 'IN_PROGRESS', 'EXTENSION_REQUESTED', 'SUBMITTED', 'PASSED', 'RETURNED', 'CANCELLED')),
  open              boolean generated always as (status not in ('PASSED', 'CANCELLED')) stored,
  requirement       text not null,
  assigned_by       text not null,
  assigned_at       timestamptz not null,
  accepted_by       text,
  accepted_at       timestamptz,
  started_by        text,
  submitted_by      text,
  submitted_at      timestamptz,
  measures_taken    text,
  reviewed_by       text,
  reviewed_at       timestamptz,
  review_comment    text,
  cancel_reason     text,
  due_at            timestamptz not null,
  deadline          jsonb not null,
  state_due_at      timestamptz,
  state_deadline    jsonb,
  version           integer not null
);
-- At most one task at work per hazard: a second one waits for the first to be cancelled or passed.
create unique index rectification_task_active on rectification_task (hazard_id) where open;
create index rectification_task_hazard on rectification_task (hazard_id, due_at, id);
create index rectification_task_city_due on rectification_task (city_code, due_at, id);
create index rectification_task_county_due on rectification_task (county_code, due_at, id);
create index rectification_task_town_due on rectification_task (town_code, due_at, id);
create index rectification_task_enterprise_due on rectification_task (enterprise_id, due_at, id);
create index rectification_task_city_status on rectification_task (city_code, status, due_at, id);
create index rectification_task_county_status on rectification_task (county_code, status, due_at, id);

create table deadline_extension (
  id               uuid primary key,
  task_id          uuid not null references rectification_task,
  status           text not null check (status in ('REQUESTED', 'APPROVED', 'REFUSED')),
  reason           text not null,
  interim_measures text not null,
  requested_by     text not null,
  requested_at     timestamptz not null,
  previous_due_at  timestamptz not null,
  requested_due_at timestamptz not null,
  decide_by        timestamptz not null,
  resume_status    text not null,
  decided_by       text,
  decided_at       timestamptz,
  decision_comment text,
  version          integer not null
);
create unique index deadline_extension_pending on deadline_extension (task_id) where status = 'REQUESTED';
create index deadline_extension_task on deadline_extension (task_id, requested_at, id);
