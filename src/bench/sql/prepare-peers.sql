-- What the peers need beside the service's own tables; the driver puts the names of the roles in.
grant usage on schema public to :open;
grant select on all tables in schema public to :open;

-- The peers insert into an empty copy of the table of hazards, with its indexes, foreign keys and policies, but
-- without the triggers, if any, by which the service keeps its own counts: these are no work of theirs.
create table bench_report (like hazard including all);
alter table bench_report
  add foreign key (division_code) references division,
  add foreign key (enterprise_id) references enterprise,
  add foreign key (industry_code) references industry,
  add foreign key (category_code) references hazard_category,
  alter id set default uuidv7(),
  alter source set default 'GOVERNMENT',
  alter status set default 'REPORTED',
  alter grade set default 'GENERAL',
  alter discovered_at set default now(),
  alter reported_at set default now(),
  alter reported_by set default 'bench-officer',
  alter responsible_parties set default '{}',
  alter due_at set default now() + interval '30 days',
  alter deadline set default '{}',
  alter version set default 0;
alter table bench_report enable row level security;
create policy county on bench_report to ledger_county using (county_code = current_setting('ledger.county', true));
create policy city on bench_report to ledger_city using (city_code = current_setting('ledger.city', true));
grant select, insert on bench_report to ledger_county, ledger_city, :app, :open;

-- The same with the service's duties: a history with a hash, an outbox and a change of the counts, written in the same transaction by a
-- trigger of the peers' own. It runs as the owner, so that they pay for no policies of these three tables.
create table bench_duty (like bench_report including all);
alter table bench_duty
  add foreign key (division_code) references division,
  add foreign key (enterprise_id) references enterprise,
  add foreign key (industry_code) references industry,
  add foreign key (category_code) references hazard_category;
alter table bench_duty enable row level security;
create policy county on bench_duty to ledger_county using (county_code = current_setting('ledger.county', true));
create policy city on bench_duty to ledger_city using (city_code = current_setting('ledger.city', true));
grant select, insert on bench_duty to ledger_county, ledger_city, :app, :open;
create table bench_history (like history_entry including all);
create table bench_outbox (like outbox_entry including all);
create table bench_count_change (like hazard_count_change including all);

create function bench_duties() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  detail constant jsonb := jsonb_build_object('title', new.title, 'category', new.category_code, 'dueAt', new.due_at);
  entry  constant uuid := uuidv7();
begin
  insert into bench_history (id, object_type, object_id, sequence, division_code, enterprise_id, industry_code, action, status,
    actor, actor_name, actor_role, recorded_at, detail, previous_hash, hash)
  values (entry, 'Hazard', new.id, 1, new.division_code, new.enterprise_id, new.industry_code, 'REPORTED', new.status,
    new.reported_by, new.reported_by, 'COUNTY_OFFICER', now(), detail, repeat('0', 64), encode(sha256(convert_to(concat_ws('|',
      repeat('0', 64), entry, new.id, 1, new.division_code, new.enterprise_id, new.industry_code, 'REPORTED', new.status, new.reported_by,
      now(), detail), 'UTF8')), 'hex'));
  insert into bench_outbox (id, object_type, object_id, sequence, division_code, enterprise_id, industry_code, event, recorded_at)
  values (entry, 'HAZARD', new.id, 1, new.division_code, new.enterprise_id, new.industry_code, 'REPORTED', now());
  insert into bench_count_change (division_code, industry_code, status, grade, open, due_on, reported_on, amount)
  values (new.division_code, new.industry_code, new.status, new.grade, new.open, (new.due_at at time zone 'Asia/Shanghai')::date,
    (new.reported_at at time zone 'Asia/Shanghai')::date, 1);
  return null;
end $$;
create trigger duties after insert on bench_duty for each row execute function bench_duties();

-- PostGraphile's documentation has searches and sums written as functions in the database.
create function bench_search(county text, text text) returns setof hazard language sql stable as $$
  select * from hazard h where h.county_code = bench_search.county and h.title ilike '%' || bench_search.text || '%'
  order by h.due_at, h.id
$$;

create function bench_dashboard() returns jsonb language sql stable as $$
  with grouped(name, key, count) as (
    select 'byStatus', status, count(*) from hazard group by status
    union all select 'byGrade', grade, count(*) from hazard where open group by grade
    union all select 'byCounty', county_code, count(*) from hazard where open group by county_code
    union all select 'byIndustry', industry_section, count(*) from hazard where open group by industry_section
    union all select 'reportedByDay', to_char(reported_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), count(*) from hazard
      where reported_at >= ((now() at time zone 'Asia/Shanghai')::date - 29)::timestamp at time zone 'Asia/Shanghai' group by 2)
  select (select jsonb_object_agg(name, counts) from (
      select name, jsonb_agg(jsonb_build_object('key', key, 'count', count)) counts from grouped group by name) lists)
    || jsonb_build_object('overdue', (select count(*) from hazard where open and due_at < now()))
$$;

-- PostGraphile offers conditions on columns that begin an index; this one has only partial indexes.
comment on column hazard.open is E'@behavior +attribute:filterBy';
