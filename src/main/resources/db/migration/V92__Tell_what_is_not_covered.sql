-- No blind spots (无盲区): of each enterprise one narrow row with what coverage asks of it, so that the gaps of a city of
-- 100,000 enterprises are counted in one pass. Triggers keep it, as the owner of the tables; nobody else writes it.
create table enterprise_coverage (
  like ledger_placed including all,
  like ledger_traded including all,
  foreign key (enterprise_id) references enterprise on delete cascade,
  active            boolean not null,
  is_key            boolean not null,
  supervision_class text,
  venue_type        text,
  registered_on     date not null,
  visited_on        date,
  self_checked_on   date,
  check (id = enterprise_id)
);
select ledger_secure('enterprise_coverage', departments => 'TRADE');
create index enterprise_coverage_city on enterprise_coverage (city_code, county_code, industry_section, id);
create index enterprise_coverage_county on enterprise_coverage (county_code, town_code, industry_section, id);
create index enterprise_coverage_town on enterprise_coverage (town_code, industry_section, id);
do $$
begin
  execute format('create policy keeper on enterprise_coverage to %I using (true) with check (true)', current_user);
end $$;

create function ledger_keep_enterprise_coverage() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into enterprise_coverage (id, enterprise_id, division_code, version, industry_code, active, is_key, supervision_class, venue_type, registered_on)
  select id, id, division_code, 0, industry_code, status = 'ACTIVE', sector is not null, supervision_class, venue_type, ledger_today() from written
  on conflict (id) do update set division_code = excluded.division_code, industry_code = excluded.industry_code, active = excluded.active,
    is_key = excluded.is_key, supervision_class = excluded.supervision_class, venue_type = excluded.venue_type;
  return null;
end $$;

-- A visit counts from its start on, unless entry was refused in the end; a self-check once it is completed.
create function ledger_keep_visited() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  started constant date := (new.started_at at time zone 'Asia/Shanghai')::date;
begin
  if new.kind = 'SELF_CHECK' then
    update enterprise_coverage set self_checked_on = greatest(self_checked_on, (new.completed_at at time zone 'Asia/Shanghai')::date)
    where id = new.enterprise_id;
  elsif new.status = 'ABORTED' then
    update enterprise_coverage set visited_on = (
      select max((i.started_at at time zone 'Asia/Shanghai')::date) from inspection i
      where i.enterprise_id = new.enterprise_id and i.kind in ('ENFORCEMENT', 'ASSISTANCE') and i.status <> 'ABORTED')
    where id = new.enterprise_id and visited_on = started;
  else
    update enterprise_coverage set visited_on = started
    where id = new.enterprise_id and coalesce(visited_on < started, true);
  end if;
  return null;
end $$;
revoke execute on function ledger_keep_enterprise_coverage, ledger_keep_visited from public;

alter table enterprise no force row level security;
alter table inspection no force row level security;
insert into enterprise_coverage (id, enterprise_id, division_code, version, industry_code, active, is_key, supervision_class, venue_type, registered_on,
  visited_on, self_checked_on)
select e.id, e.id, e.division_code, 0, e.industry_code, e.status = 'ACTIVE', e.sector is not null, e.supervision_class, e.venue_type, ledger_today(),
  v.visited, v.checked
from enterprise e
left join lateral (
  select max((i.started_at at time zone 'Asia/Shanghai')::date) filter (where i.kind in ('ENFORCEMENT', 'ASSISTANCE') and i.status <> 'ABORTED') visited,
    max((i.completed_at at time zone 'Asia/Shanghai')::date) filter (where i.kind = 'SELF_CHECK') checked
  from inspection i where i.enterprise_id = e.id) v on true;
alter table inspection force row level security;
alter table enterprise force row level security;

create trigger coverage_insert after insert on enterprise referencing new table as written
  for each statement execute function ledger_keep_enterprise_coverage();
create trigger coverage_update after update on enterprise referencing new table as written
  for each statement execute function ledger_keep_enterprise_coverage();
create trigger coverage_insert after insert on inspection for each row
  when (new.kind in ('ENFORCEMENT', 'ASSISTANCE') and new.started_at is not null or new.kind = 'SELF_CHECK' and new.completed_at is not null)
  execute function ledger_keep_visited();
create trigger coverage_update after update on inspection for each row
  when (new.kind in ('ENFORCEMENT', 'ASSISTANCE') and (new.started_at is distinct from old.started_at or new.status = 'ABORTED' and old.status <> 'ABORTED' and new.started_at is not null)
    or new.kind = 'SELF_CHECK' and new.completed_at is distinct from old.completed_at)
  execute function ledger_keep_visited();

-- What waits for its acceptance, by when it should have been accepted.
create index rectification_task_city_pending on rectification_task (city_code, state_due_at, id) where status = 'PENDING_ACCEPT';
create index rectification_task_county_pending on rectification_task (county_code, state_due_at, id) where status = 'PENDING_ACCEPT';
