-- Which department regulates whom (三管三必须): by trade, by the kind of venue, by matter, or because the government of the place
-- decided it (Work Safety Law, article 10). What nobody regulates waits for such a decision.
create table venue_type (
  code       text primary key,
  name       text not null,
  name_en    text,
  source     text not null,
  evidence   text not null check (evidence in ('READ', 'RECALLED', 'INFERRED', 'DEFAULT')),
  note       text,
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from)
);
select ledger_open('venue_type');

-- A department that was dissolved regulates nobody from the day after its last.
alter table department
  add venues   text[] not null default '{}' constraint department_venues_at_most check (cardinality(venues) <= 50),
  add document text,
  add valid_to date;

alter table enterprise add venue_type text references venue_type;
create index enterprise_venue on enterprise (county_code, venue_type) where venue_type is not null;

-- Of which department a holder was when the responsibility was assigned.
alter table responsibility_assignment add department_code text references department;
alter table responsibility_assignment no force row level security;
alter table person no force row level security;
alter table post no force row level security;
update responsibility_assignment r set department_code = t.department_code
from person p join post t on t.id = p.post_id where p.id = r.person_id and t.department_code is not null;
alter table post force row level security;
alter table person force row level security;
alter table responsibility_assignment force row level security;

create table regulator_decision (
  like ledger_placed including all,
  industry_code       text references industry,
  venue_type          text references venue_type,
  department_code     text not null references department,
  department_name     text not null,
  reason              text not null,
  document_number     text not null,
  decided_by          text not null,
  recorded_at         timestamptz not null,
  valid_from          date not null,
  valid_to            date check (valid_to >= valid_from),
  check ((industry_code is null) <> (venue_type is null))
);
create unique index regulator_decision_present on regulator_decision (division_code, industry_code, venue_type) nulls not distinct
  where valid_to is null;
select ledger_secure('regulator_decision', departments => 'PLACE', integrations => 'READ', writes => '{city,county}'),
  ledger_index('regulator_decision', 'valid_from'),
  ledger_record('regulator_decision', 'REGULATOR_DECISION');
-- Who is regulated may know by whom: a decision is for everybody in its place.
create policy above on regulator_decision for select to ledger_county, ledger_town, ledger_county_department, ledger_enterprise, ledger_worker,
  ledger_county_integration, ledger_county_auditor
  using (division_code = any(string_to_array(current_setting('ledger.ancestors', true), ',')));

create table undetermined_regulator (
  like ledger_placed including all,
  industry_code text references industry,
  venue_type    text references venue_type,
  entered_at    timestamptz not null,
  due_at        timestamptz,
  deadline      jsonb,
  settled_at    timestamptz,
  decision_id   uuid references regulator_decision,
  check ((industry_code is null) <> (venue_type is null))
);
create unique index undetermined_regulator_open on undetermined_regulator (division_code, industry_code, venue_type) nulls not distinct
  where settled_at is null;
select ledger_secure('undetermined_regulator', updates => '{city,county}'), ledger_index('undetermined_regulator', 'entered_at');
-- The territorial holder acts meanwhile, who may be a town's.
create policy above on undetermined_regulator for select to ledger_town
  using (division_code = any(string_to_array(current_setting('ledger.ancestors', true), ',')));

create function ledger_regulated(place text, industry text, venue text, on_day date) returns boolean language sql stable as $$
  select exists (
    select from department d where d.division_code = place and (d.valid_to is null or d.valid_to >= on_day)
      and (venue = any(d.venues) or exists (select from unnest(d.industries) i where starts_with(industry, i)))
  ) or exists (
    select from regulator_decision r join department d on d.code = r.department_code and (d.valid_to is null or d.valid_to >= on_day)
    where r.division_code = place and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)
      and (r.venue_type = venue or starts_with(industry, r.industry_code)))
$$;
comment on function ledger_regulated is 'Whether a department regulates such a venue or trade at a place on a day, by its own duties or by a decision.';

create function ledger_unregulated(place text, industry text, venue text) returns bigint language sql stable as $$
  select (
    select count(*) from enterprise e
    where venue is null and e.county_code = left(place, 6) and e.industry_section = left(industry, 1)
      and e.industry_division = left(industry, 3) and e.industry_code = industry and e.venue_type is null and e.status <> 'CLOSED'
      and not ledger_regulated(place, e.industry_code, null, ledger_today())
  ) + (
    select count(*) from enterprise e
    where e.county_code = left(place, 6) and e.venue_type = venue and e.status <> 'CLOSED'
      and not ledger_regulated(place, e.industry_code, venue, ledger_today())
  )
$$;
comment on function ledger_unregulated is 'How many enterprises of a county, as far as who asks sees them, an undetermined trade or venue concerns.';
revoke execute on function ledger_regulated, ledger_unregulated from public;
do $$
begin
  execute format('grant execute on function ledger_regulated, ledger_unregulated to ledger_background, %s', ledger_tier_roles('{}'));
end $$;
