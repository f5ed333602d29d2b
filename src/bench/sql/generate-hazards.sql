-- Fills a ledger that holds the shipped seeds with invented enterprises, campaigns, inspections, hazards and their
-- tasks, spread over all towns and the last years, in states and by deadlines that fit together. Each run adds as many
-- hazards as the setting bench.hazards says (100,000 by default), in as many enterprises as bench.enterprises says (one
-- for twenty hazards by default) and over the years of bench.years (1 by default); bench.sectors = 'on' has every seventh enterprise
-- be of a key sector. Run it as the owner of the database;
-- it is plain SQL for psql and JDBC alike. It makes no history, no evidence: the rows were never commands of anybody.

create temporary table bench_setting on commit drop as
select coalesce(nullif(current_setting('bench.hazards', true), '')::integer, 100000) hazards,
       coalesce(nullif(current_setting('bench.enterprises', true), '')::integer,
         greatest(coalesce(nullif(current_setting('bench.hazards', true), '')::integer, 100000) / 20, 150)) enterprises,
       365 * coalesce(nullif(current_setting('bench.years', true), '')::integer, 1) days,
       (select count(*)::integer from enterprise where substr(credit_code, 9, 5) = 'BENCH') earlier;

create temporary table bench_enterprise on commit drop as
with town as materialized (
  select code, row_number() over (order by code) - 1 n from division where level = 'TOWN' and valid_to is null
), trade as materialized (
  select code, row_number() over (order by code) - 1 n from industry where length(code) = 3 and valid_to is null
), totals as materialized (
  select (select count(*) from town) towns, (select count(*) from trade) trades
)
select g.n, uuidv7() id, town.code division_code, trade.code industry_code, g.n + s.earlier number
from bench_setting s
cross join totals t
cross join generate_series(0, s.enterprises - 1) g(n)
join town on town.n = g.n % t.towns
join trade on trade.n = (g.n / t.towns + g.n) % t.trades;
alter table bench_enterprise add primary key (n);

-- The credit codes are of the right form with a name instead of a number in them, so that they meet no real one.
insert into enterprise (id, division_code, industry_code, sector, credit_code, name, address, employees, status, version)
select id, division_code, industry_code,
       case when number % 7 = 0 and current_setting('bench.sectors', true) = 'on' then (select k.code from key_sector k
         where k.code <> 'FISHING_VESSEL' order by md5(k.code || number % 50) limit 1) end,
       '91' || substr(division_code, 1, 6) || 'BENCH' || lpad(upper(to_hex(number)), 5, '0'),
       '压力测试企业' || lpad(number::text, 6, '0'), '压力测试路' || number || '号', 10 + number % 900, 'ACTIVE', 0
from bench_enterprise;

create temporary table bench_campaign on commit drop as
select code, uuidv7() id from division where level = 'COUNTY' and valid_to is null;

insert into campaign (id, division_code, title, kind, status, starts_on, ends_on, target_divisions, target_counties,
  created_by, created_at, version)
select id, code, '压力测试专项整治', 'SPECIAL_GOVERNANCE', 'ENFORCEMENT', current_date - s.days - 1, current_date + 366,
       array[code], array[substr(code, 1, 6)], 'bench', now() - interval '1 day' * (s.days + 1), 0
from bench_campaign
cross join bench_setting s;

-- A visit finds four hazards; the enterprise itself reports a fifth.
create temporary table bench_visit on commit drop as
select g.n, uuidv7(visited_at - now()) id, visited_at, e.id enterprise_id, e.division_code, e.industry_code
from bench_setting s
cross join generate_series(0, (s.hazards - 1) / 5) g(n)
cross join lateral (select date_trunc('second', now() - interval '1 day' * s.days
  * (1 - g.n::double precision / ((s.hazards + 4) / 5)) - interval '2 hours') visited_at) t
join bench_enterprise e on e.n = (g.n::bigint * 7919) % s.enterprises;
alter table bench_visit add primary key (n);

insert into inspection (id, division_code, enterprise_id, industry_code, campaign_id, checklist_id, kind, announced,
  status, planned_on, planned_by, planned_at, started_at, started_by, signed_at, signed_by, signer_name, completed_at,
  version)
select v.id, v.division_code, v.enterprise_id, v.industry_code, c.id, l.id, 'ENFORCEMENT', v.n % 2 = 0,
       case when v.n % 3 = 0 then 'COMPLETED' else 'FOLLOW_UP' end,
       (v.visited_at at time zone 'Asia/Shanghai')::date, 'bench-officer', v.visited_at - interval '7 days',
       v.visited_at, 'bench-officer', v.visited_at + interval '1 hour', 'bench-manager', '压力测试',
       case when v.n % 3 = 0 then v.visited_at + interval '2 hours' end, 5
from bench_visit v
left join bench_campaign c on v.n % 2 = 0 and substr(c.code, 1, 6) = substr(v.division_code, 1, 6)
cross join (select id from checklist where valid_to is null order by code limit 1) l;

insert into inspection_officer (inspection_id, person_id, name, subject, certificate_number)
select v.id, p.id, p.name, p.subject, p.certificate_number
from bench_visit v
join lateral (
  select * from person where county_code = substr(v.division_code, 1, 6) and certificate_number is not null
  order by name, id limit 2) p on true;

create temporary table bench_hazard on commit drop as
select h.*,
  case
    when old and r < 90 then 'CLOSED' when old and r < 93 then 'REJECTED' when old and r < 95 then 'DUPLICATE'
    when old then 'RECTIFYING'
    when r < 30 then 'CLOSED' when r < 34 then 'REJECTED' when r < 36 then 'DUPLICATE' when r < 46 then 'REPORTED'
    when r < 56 then 'CONFIRMED' when r < 68 then 'ASSIGNED' when r < 80 then 'RECTIFYING' when r < 86 then 'SUBMITTED'
    when r < 92 then 'REVIEWING' when r < 96 then 'FIXED_ON_SITE' else 'REOPENED'
  end status,
  jsonb_build_object('rule', 'MANUAL', 'amount', 30, 'unit', 'NATURAL_DAY', 'source', null, 'startedAt', reported_at,
    'dueAt', due_at, 'skippedDays', '{}'::jsonb, 'unpublishedYears', '[]'::jsonb) deadline
from (
  select g.n, uuidv7(v.visited_at + interval '1 hour' - now()) id, v.id inspection_id, v.enterprise_id, v.division_code,
    v.industry_code, v.visited_at + interval '1 hour' + g.n % 60 * interval '1 second' reported_at,
    date_trunc('day', v.visited_at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'
      + (11 + g.n * 17 % 20) * interval '1 day' - interval '1 second' due_at,
    v.visited_at < now() - interval '90 days' old, g.n * 31 % 100 r,
    case when g.n % 20 = 7 then 'MAJOR' else 'GENERAL' end grade,
    case when g.n % 5 < 4 then uuidv7(v.visited_at - now()) end finding_id, v.visited_at
  from bench_setting s
  cross join generate_series(0, s.hazards - 1) g(n)
  join bench_visit v on v.n = g.n / 5) h;
alter table bench_hazard add primary key (n);
analyze bench_hazard;

insert into finding (id, inspection_id, item_id, result, recorded_by, recorded_at)
select h.finding_id, h.inspection_id, i.id, 'NON_COMPLIANT', 'bench-officer', h.visited_at + interval '30 minutes'
from bench_hazard h
join inspection n on n.id = h.inspection_id
join checklist_item i on i.checklist_id = n.checklist_id and i.number = h.n % 5 + 1
where h.finding_id is not null;

insert into hazard (id, division_code, enterprise_id, industry_code, matter, inspection_id, finding_id, title, description, place,
  category_code, source, status, grade, graded_by, judgement_standard, judgement_clause, discovered_at, reported_at,
  reported_by, confirmed_by, closed_by, closed_at, rejection_reason, duplicate_of_id, responsible_parties,
  five_implementations, interim_measures, due_at, deadline, state_due_at, state_deadline, self_closed, version, updated_at)
select h.id, h.division_code, h.enterprise_id, h.industry_code, k.matter, case when h.finding_id is not null then h.inspection_id end,
  h.finding_id,
  (array['二号仓库消防通道堵塞', '配电箱未接地', '安全出口上锁', '有限空间无警示标志', '可燃气体报警器失效', '吊装作业无人监护',
    '临边防护缺失', '特种设备超期未检', '危险化学品混存', '应急照明损坏'])[h.n % 10 + 1] || ' ' || h.n,
  null, '车间' || h.n % 9 + 1, k.code, case when h.n % 5 < 4 then 'GOVERNMENT' else 'ENTERPRISE' end, h.status,
  case when h.status in ('REPORTED', 'REJECTED', 'DUPLICATE') then 'GENERAL' else h.grade end,
  case when h.status not in ('REPORTED', 'REJECTED', 'DUPLICATE') then 'bench-officer' end,
  case when m.major then c.standard_code end, case when m.major then c.clause end,
  h.reported_at - interval '30 minutes', h.reported_at,
  case when h.n % 5 < 4 then 'bench-officer' else 'bench-manager' end,
  case when h.status not in ('REPORTED', 'REJECTED', 'DUPLICATE') then 'bench-officer' end,
  case when h.status = 'CLOSED' then 'bench-officer-2' end,
  case when h.status = 'CLOSED' then least(h.due_at - interval '1 day', now() - interval '1 minute') end,
  case when h.status = 'REJECTED' then '不属于隐患' end, original.id,
  jsonb_build_object('takenOn', (h.reported_at at time zone 'Asia/Shanghai')::date, 'holders', '[]'::jsonb,
    'missing', '["LEADERSHIP", "TERRITORIAL", "INDUSTRY_REGULATOR", "ENTERPRISE_MAIN"]'::jsonb),
  case when m.major then '{"responsibility": "厂长", "measures": "停用整改", "funds": "5 万元", "deadline": "三十日内",
    "emergencyPlan": "现场处置方案"}'::jsonb end,
  case when m.major then '专人值守' end, h.due_at, h.deadline,
  case when h.status in ('REPORTED', 'CONFIRMED', 'SUBMITTED', 'REVIEWING', 'FIXED_ON_SITE', 'REOPENED')
    then h.due_at end,
  case when h.status in ('REPORTED', 'CONFIRMED', 'SUBMITTED', 'REVIEWING', 'FIXED_ON_SITE', 'REOPENED')
    then h.deadline end,
  h.status = 'CLOSED' and h.n % 25 = 24 and not m.major,
  case h.status when 'REPORTED' then 0 when 'CLOSED' then 6 else 3 end,
  least(greatest(h.reported_at, case when h.status = 'CLOSED' then h.due_at - interval '1 day' end), now() - interval '1 minute')
from bench_hazard h
cross join lateral (select h.grade = 'MAJOR' and h.status not in ('REPORTED', 'REJECTED', 'DUPLICATE') major) m
cross join (select j.standard_code, j.clause from judgement_clause j join judgement_standard s on s.code = j.standard_code
  where s.valid_to is null and j.effect = 'MAJOR' and s.valid_from < current_date - 400 order by 1, 2 limit 1) c
join (select code, matter, row_number() over (order by code) - 1 n, count(*) over () total from hazard_category) k
  on k.n = h.n % k.total
left join bench_hazard original on h.status = 'DUPLICATE' and original.n = h.n + case when h.n % 5 = 0 then 1 else -1 end;

-- Every tenth hazard had a task that was cancelled before.
insert into rectification_task (id, hazard_id, division_code, enterprise_id, industry_code, matter, status, requirement,
  assigned_by, assigned_at, accepted_by, accepted_at, started_by, submitted_by, submitted_at, measures_taken,
  reviewed_by, reviewed_at, cancel_reason, due_at, deadline, state_due_at, state_deadline, version)
select uuidv7(h.reported_at + interval '1 day' - now()), h.id, h.division_code, h.enterprise_id, h.industry_code,
  (select matter from hazard where id = h.id), t.status, '立即整改', 'bench-officer', h.reported_at + interval '1 day',
  case when t.step >= 2 then 'bench-manager' end, case when t.step >= 2 then h.reported_at + interval '2 days' end,
  case when t.step >= 3 then 'bench-manager' end,
  case when t.step >= 4 then 'bench-manager' end, case when t.step >= 4 then h.reported_at + interval '5 days' end,
  case when t.step >= 4 then '已整改' end,
  case when t.step >= 5 then 'bench-officer' end, case when t.step >= 5 then h.reported_at + interval '6 days' end,
  case when t.status = 'CANCELLED' then '改派' end, h.due_at, h.deadline,
  case when t.status in ('PENDING_ACCEPT', 'SUBMITTED') then h.due_at end,
  case when t.status in ('PENDING_ACCEPT', 'SUBMITTED') then h.deadline end, greatest(t.step, 1)
from bench_hazard h
join (values ('ASSIGNED', 'PENDING_ACCEPT', 1), ('RECTIFYING', 'IN_PROGRESS', 3), ('SUBMITTED', 'SUBMITTED', 4),
    ('REVIEWING', 'PASSED', 5), ('CLOSED', 'PASSED', 5), ('REOPENED', 'PASSED', 5), ('any', 'CANCELLED', 0))
  t(hazard_status, status, step)
  on t.hazard_status = h.status
  or t.status = 'CANCELLED' and h.n % 10 = 3 and h.status not in ('REPORTED', 'REJECTED', 'DUPLICATE');

analyze enterprise, campaign, inspection, inspection_officer, finding, hazard, rectification_task;
