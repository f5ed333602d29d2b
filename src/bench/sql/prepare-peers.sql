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
