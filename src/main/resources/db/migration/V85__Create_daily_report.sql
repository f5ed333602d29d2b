-- Times of a day that are rules: a limit rule may be a minute of the day.
alter table limit_rule
  drop constraint limit_rule_unit_check,
  add constraint limit_rule_unit_check check (unit in ('COUNT', 'PERCENT', 'DAY_OF_MONTH', 'MINUTE_OF_DAY')),
  add constraint limit_rule_minute check (unit <> 'MINUTE_OF_DAY' or amount < 1440);
alter table rule_change
  drop constraint rule_change_unit_check,
  drop constraint rule_change_former_unit_check,
  add constraint rule_change_unit_check
    check (unit in ('WORKING_DAY', 'NATURAL_DAY', 'HOUR', 'YEAR', 'COUNT', 'PERCENT', 'DAY_OF_MONTH', 'MINUTE_OF_DAY', 'MONTH')),
  add constraint rule_change_former_unit_check
    check (former_unit in ('WORKING_DAY', 'NATURAL_DAY', 'HOUR', 'YEAR', 'COUNT', 'PERCENT', 'DAY_OF_MONTH', 'MINUTE_OF_DAY', 'MONTH'));

-- The daily report (每日通报) of a county or of the city. Its figures are what was known when it was drawn up; what becomes known
-- later is counted in a later report, with the day to which it belongs.
create table daily_report (
  like ledger_placed including all,
  day             date not null,
  status          text not null check (status in ('DRAWN_UP', 'SIGNED', 'ISSUED')),
  begins_at       timestamptz not null,
  cut_off_at      timestamptz not null check (cut_off_at > begins_at),
  drawn_up_at     timestamptz not null check (drawn_up_at >= cut_off_at),
  drawn_up_by     text not null,
  due_at          timestamptz not null,
  missing         text[] not null constraint daily_report_missing_at_most check (cardinality(missing) <= 200),
  signed_at       timestamptz check (signed_at >= cut_off_at),
  signed_by       text,
  issued_at       timestamptz check (issued_at >= cut_off_at),
  issued_by       text,
  unique (division_code, day),
  unique (id, day),
  check (status <> 'SIGNED' or signed_at is not null),
  check ((status = 'ISSUED') = (issued_at is not null)),
  check ((signed_at is null) = (signed_by is null) and (issued_at is null) = (issued_by is null))
);

-- What each figure counts, object by object. What belongs to an earlier day is a correction; none belongs to its own day or a later one.
create table reported_object (
  like ledger_placed including all,
  daily_report_id      uuid not null,
  reported_on          date not null,
  day                  date not null check (day <= reported_on),
  figure               text not null,
  outstanding          boolean not null,
  object_type          text not null
    check (object_type in ('INSPECTION', 'FINDING', 'HAZARD', 'RECTIFICATION_TASK', 'PAPER', 'SUPERVISION_ITEM')),
  object_id            uuid not null,
  responsible_division text not null references division (code),
  foreign key (daily_report_id, reported_on) references daily_report (id, day),
  check (day = reported_on or not outstanding)
);
create unique index reported_object_figure on reported_object (daily_report_id, figure, object_id);
create index reported_object_reported on reported_object (object_id, figure);
create index reported_object_report on reported_object (daily_report_id, figure, id);

create table daily_figure (
  id              uuid primary key,
  daily_report_id uuid not null references daily_report,
  figure          text not null,
  value           integer not null check (value >= 0),
  late            integer not null check (late >= 0),
  late_from       date,
  late_to         date check (late_to >= late_from),
  unique (daily_report_id, figure),
  check ((late = 0) = (late_from is null) and (late = 0) = (late_to is null))
);

-- Only the service itself counts, whoever asks for it: so that the figures of a place are the same for everybody.
select ledger_secure('daily_report', updates => '{city,county}'), ledger_secure('reported_object'),
  ledger_secure_part('daily_figure', 'daily_report', 'daily_report_id'),
  ledger_index('daily_report', 'day'), ledger_index('reported_object', 'figure'),
  ledger_keep('daily_report', ended => '{ISSUED}',
    columns => '{division_code,day,begins_at,cut_off_at,drawn_up_at,drawn_up_by,due_at,missing}'),
  ledger_record('daily_report', 'DAILY_REPORT');
revoke update on reported_object, daily_figure from ledger_background;

-- Against the program's own mistakes: each figure is the number of its objects, the parts of a whole add up to it, and once a
-- report has its figures it stays.
create function ledger_figures_agree() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select f.daily_report_id, f.figure into wrong from added f
  where (f.value, f.late) is distinct from (
    select ((count(*) filter (where o.day = o.reported_on))::integer, (count(*) filter (where o.day < o.reported_on))::integer)
    from reported_object o where o.daily_report_id = f.daily_report_id and o.figure = f.figure)
  limit 1;
  if found then
    raise exception 'Figure % of report % is not the number of its objects', wrong.figure, wrong.daily_report_id
      using errcode = 'check_violation';
  end if;
  select w.figure, f.daily_report_id into wrong
  from (values ('CHECKS', '{CHECKS_DAILY,CHECKS_CASE,CHECKS_SPECIAL,CHECKS_OTHER}'::text[]),
      ('HAZARDS_FOUND', '{GENERAL_FOUND,MAJOR_FOUND}'), ('HAZARDS_RECTIFIED', '{GENERAL_RECTIFIED,MAJOR_RECTIFIED}'),
      ('HAZARDS_OVERDUE', '{GENERAL_OVERDUE,MAJOR_OVERDUE}'),
      ('PAPERS', '{HAZARD_NOTICES,INSTRUCTIONS,ON_SITE_MEASURES,STOP_ORDERS,RECHECK_OPINIONS}')) w(figure, parts)
  join added f on f.figure = w.figure
  where (f.value, f.late) is distinct from (select (sum(p.value)::integer, sum(p.late)::integer) from added p
    where p.daily_report_id = f.daily_report_id and p.figure = any(w.parts))
  limit 1;
  if found then
    raise exception 'The parts of figure % of report % do not add up to it', wrong.figure, wrong.daily_report_id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger figures_agree after insert on daily_figure referencing new table as added
  for each statement execute function ledger_figures_agree();

create function ledger_reported_stays() returns trigger language plpgsql as $$
begin
  if exists (select from added o join daily_figure f on f.daily_report_id = o.daily_report_id) then
    raise exception 'A daily report stays as it was drawn up: what is known later belongs to a later one' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger reported_stays after insert on reported_object referencing new table as added
  for each statement execute function ledger_reported_stays();

-- What is counted is found by when it was recorded.
create index inspection_county_started on inspection (county_code, started_at) where started_at is not null;
create index finding_negative on finding (recorded_at) where result = 'NON_COMPLIANT';
create index if not exists drawn_visit_inspection on drawn_visit (inspection_id) where inspection_id is not null;
