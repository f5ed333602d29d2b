-- One clock engine: every deadline that somebody has to keep is a row here, kept by the database whenever the row changes that it
-- hangs on, so that no program path can forget it, start it again or leave it running.
create table deadline_clock (
  like ledger_placed including all,
  enterprise_id     uuid,
  industry_code     text,
  industry_section  text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division text generated always as (substr(industry_code, 1, 3)) stored,
  matter            text,
  object_type       text not null,
  object_id         uuid not null,
  hazard_id         uuid,
  name              text not null,
  subject           text not null,
  walls             text not null check (walls in ('TRADE', 'PLACE', 'OBJECT')),
  owed_by           text not null check (owed_by in ('ENTERPRISE', 'AUTHORITY')),
  owed_division     text not null,
  owed_department   text,
  started_at        timestamptz not null,
  due_at            timestamptz not null,
  stopped_at        timestamptz,
  status            text not null generated always as ((array['RUNNING', 'STOPPED'])[1 + num_nonnulls(stopped_at)]) stored,
  next_at           timestamptz default '-infinity',
  rung              integer not null default 0 check (rung >= 0),
  action            text,
  addressee         text,
  level             text,
  rung_at           timestamptz,
  unpublished_years text[] not null default '{}',
  urged_at          timestamptz,
  unique (object_id, name, subject, started_at),
  check (num_nulls(action, addressee, rung_at) in (0, 3) and (rung = 0) = (action is null))
);
comment on table deadline_clock is
'Deadlines that run, and those that ran. name: which declaration keeps it. next_at: when its next rung is due; -infinity where its
rungs are to be worked out, null where none is left. Its place, trade and owners are copies of what the object''s own row has checked, so
that they refer to nothing. rung, action, addressee, level, rung_at: the rung on which it stands, 0 before any.';
create index deadline_clock_next on deadline_clock (next_at, id) where stopped_at is null and next_at is not null;
-- Those that stopped are most of them, and are asked for least.
create index deadline_clock_city_running on deadline_clock (city_code, due_at, id) where stopped_at is null;
create index deadline_clock_county_running on deadline_clock (county_code, due_at, id) where stopped_at is null;
create index deadline_clock_hazard on deadline_clock (hazard_id, due_at, id);

-- What became due of a clock, once for each rung and end of the clock.
create table deadline_event (
  like ledger_placed including all,
  enterprise_id     uuid,
  industry_code     text,
  industry_section  text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division text generated always as (substr(industry_code, 1, 3)) stored,
  matter            text,
  object_type       text not null,
  object_id         uuid not null,
  hazard_id         uuid,
  walls             text not null,
  deadline_clock_id          uuid not null references deadline_clock,
  subject           text not null,
  due_at            timestamptz not null,
  rung              integer not null check (rung > 0),
  action            text not null,
  addressee         text not null,
  level             text,
  addressed_division   text not null,
  addressed_department text,
  reached_at        timestamptz not null,
  recorded_at       timestamptz not null,
  caught_up         boolean not null,
  unique (deadline_clock_id, rung, due_at)
);
comment on table deadline_event is
'Rungs that clocks reached. caught_up: a higher rung was due by the time that it was recorded, so that nobody is asked for anything by it.';
create index deadline_event_clock on deadline_event (deadline_clock_id, reached_at, id);
create index deadline_event_hazard on deadline_event (hazard_id, reached_at, id);

-- The ladder as data: what happens how long before or after the end of a clock. What started under a rule keeps it.
create table escalation_rule (
  code       text primary key,
  subject    text,
  rung       integer not null check (rung > 0),
  amount     integer not null,
  unit       text not null check (unit in ('WORKING_DAY', 'NATURAL_DAY', 'HOUR')),
  action     text not null check (action in ('REMIND', 'ESCALATE', 'PROPOSE_INTERVIEW')),
  addressee  text not null check (addressee in ('RESPONSIBLE', 'OFFICER', 'LEADER')),
  level      text check (level in ('COUNTY', 'CITY')),
  source     text not null,
  evidence   text not null check (evidence in ('READ', 'RECALLED', 'INFERRED', 'DEFAULT')),
  note       text,
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from),
  check ((level is null) = (addressee = 'RESPONSIBLE'))
);

-- Whoever sees the object sees its clock. Where place, trade and matter say so already, they are compared; else the object is asked.
create function ledger_clock_walls(secured regclass) returns void language plpgsql set search_path = pg_catalog, public as $$
declare
  seen   constant text := 'ledger_sees(object_type, object_id)';
  powers constant text := 'industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or matter = any(string_to_array(current_setting(''ledger.matters'', true), '',''))';
  level  text;
  place  text;
begin
  execute format('alter table %s enable row level security, force row level security', secured);
  execute format('create policy background on %s to ledger_background using (true) with check (true)', secured);
  execute format('grant select, insert, update on %s to ledger_background', secured);
  execute format('grant select on %s to ${app_role}, %s', secured, ledger_tier_roles('{}'));
  foreach level in array array['city', 'county', 'town'] loop
    place := format('%s_code = current_setting(''ledger.%s'', true)', level, level);
    execute format('create policy %s on %s to %s using (%s and (walls <> ''OBJECT'' or %s))', level, secured,
      ledger_tier_roles(case level when 'town' then array[level] else array[level, level || '_auditor'] end), place, seen);
    if level <> 'town' then
      execute format('create policy %s_department on %s to ledger_%s_department using (%s and (walls = ''TRADE'' and (%s) or walls <> ''TRADE'' and %s))',
        level, secured, level, place, powers, seen);
    end if;
  end loop;
  execute format('create policy own on %s for select to ledger_enterprise, ledger_worker
    using (enterprise_id = nullif(current_setting(''ledger.enterprise'', true), '''')::uuid and %s)', secured, seen);
  execute format('create policy granted on %s for select to %s using (%s and (hazard_id = any((select ledger_granted(''HAZARD''))::uuid[])
    or hazard_id = any((select ledger_granted_by_group(''HAZARD''))::uuid[])))',
    secured, ledger_granted_tiers(), seen);
  execute format('create policy keeper on %s to %I using (true) with check (true)', secured, current_user);
end $$;
comment on function ledger_clock_walls is
'Shows the rows of a table of clocks, or of what became due of them, to whoever sees the object. Column walls: TRADE, authorities see
the object by place and departments by their powers; PLACE, authorities see it by place, departments as it says itself; OBJECT, it
says so itself for everybody. Enterprises and who has grants are always told by the object.';

select ledger_open('escalation_rule'), ledger_clock_walls('deadline_clock'), ledger_clock_walls('deadline_event'),
  ledger_index('deadline_clock', 'due_at'), ledger_index('deadline_event', 'reached_at'),
  ledger_record('deadline_clock', 'DEADLINE_CLOCK');

-- Deadlines are kept as the program wrote them: moments as seconds, or as texts.
create function ledger_clock_start(deadline jsonb, otherwise timestamptz) returns timestamptz language sql stable as $$
  select case jsonb_typeof(deadline->'startedAt') when 'number' then to_timestamp((deadline->>'startedAt')::double precision)
    when 'string' then (deadline->>'startedAt')::timestamptz else otherwise end
$$;

create function ledger_clock(
  clocked regclass, name text, object_type text, subject text, running text, due text, started text,
  owed_by text default '''AUTHORITY''', owed_division text default 'rpad(r.county_code, 12, ''0'')', owed_department text default 'null',
  walls text default 'OBJECT', object text default 'r.id', hazard text default 'null::uuid', place text default 'r.division_code',
  changes text default 'table changed', stopped text default 'now()') returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  kept    constant text := format('ledger_clock_of_%s', lower(name));
  traded  constant boolean := exists (select from pg_attribute where attrelid = clocked and attname = 'enterprise_id' and not attisdropped);
  columns constant text := 'id, version, division_code, enterprise_id, industry_code, matter, object_type, object_id, hazard_id, name,
    subject, walls, owed_by, owed_division, owed_department, started_at, due_at';
  start   text;
  forced  boolean;
begin
  start := format('insert into deadline_clock as c (%s)
      select uuidv7(), 1, %s, %s, %L, %s, %s, %L, %s, %L, %s, %s, %s, %s, %s from (%%s) r where (%s) and %s is not null
      on conflict (object_id, name, subject, started_at) do update set due_at = excluded.due_at, stopped_at = null,
        division_code = excluded.division_code, industry_code = excluded.industry_code, matter = excluded.matter,
        owed_by = excluded.owed_by, owed_division = excluded.owed_division, owed_department = excluded.owed_department,
        next_at = ''-infinity'', rung = 0, action = null, addressee = null, level = null, rung_at = null, version = c.version + 1
      where c.stopped_at is not null or (c.due_at, c.division_code, c.industry_code, c.matter, c.owed_by, c.owed_division, c.owed_department)
        is distinct from (excluded.due_at, excluded.division_code, excluded.industry_code, excluded.matter, excluded.owed_by,
          excluded.owed_division, excluded.owed_department)',
    columns, place, case when traded then 'r.enterprise_id, r.industry_code, r.matter' else 'null, null, null' end,
    object_type, object, hazard, name, subject, walls, owed_by, owed_division, owed_department, started, due, running, due);
  execute format('create function public.%I() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $f$
    begin
      if %s then
        update deadline_clock c set stopped_at = greatest(%s, c.started_at), next_at = null, version = c.version + 1
        from (%s) r where c.object_id = %s and c.name = %L and c.stopped_at is null
          and not (coalesce(%s, false) and %s is not null and c.subject = %s and c.started_at = %s);
      end if;
      %s;
      return null;
    end $f$', kept, case changes when 'table changed' then 'tg_op = ''UPDATE''' else 'true' end, stopped, changes, object, name, running, due, subject, started, format(start, changes));
  execute format('revoke execute on function public.%I from public', kept);
  execute format('create trigger %I after insert on %s referencing new table as changed for each statement execute function %I()',
    kept || '_begins', clocked, kept);
  execute format('create trigger %I after update on %s referencing new table as changed for each statement execute function %I()',
    kept || '_goes_on', clocked, kept);

  select relforcerowsecurity into forced from pg_class where oid = clocked;
  execute format('alter table %s no force row level security', clocked);
  execute format(start, format('select * from %s', clocked));
  if forced then
    execute format('alter table %s force row level security', clocked);
  end if;
end $$;
comment on function ledger_clock is
'Keeps a clock for each row of a table, and begins those of the rows that are there. Texts but name, object_type and walls are
expressions over the row r: subject, the deadline rules'' subject; running, whether it runs; due and started, its end and start, of
which the start with object, name and subject tells one run of it from another: what is edited keeps its clock, what is extended
only its end moves. owed_by, owed_division, owed_department: who has to act. walls: see ledger_clock_walls. changes: which rows of the
table a change of some, called changed, concerns. A clock that has stopped may run again, from where it began.';
revoke execute on function ledger_clock_walls, ledger_clock_start, ledger_clock from public;

select ledger_clock('hazard', 'HAZARD_TOTAL', 'HAZARD', '''RECTIFICATION_TOTAL''',
    running => 'r.open', due => 'r.due_at', started => 'ledger_clock_start(r.deadline, r.reported_at)',
    owed_by => '''ENTERPRISE''', hazard => 'r.id', walls => 'TRADE', stopped => 'coalesce(r.closed_at, now())'),
  ledger_clock('hazard', 'HAZARD_STATE', 'HAZARD',
    'case r.status when ''REPORTED'' then ''HAZARD_CONFIRMATION'' when ''SUBMITTED'' then ''REVIEW'' when ''REVIEWING'' then ''CLOSURE''
      when ''FIXED_ON_SITE'' then ''CLOSURE'' else ''HAZARD_ASSIGNMENT'' end',
    running => 'r.open', due => 'r.state_due_at', started => 'ledger_clock_start(r.state_deadline, r.reported_at)',
    hazard => 'r.id', walls => 'TRADE'),
  ledger_clock('rectification_task', 'TASK_TOTAL', 'TASK', '''TASK_TOTAL''',
    running => 'r.open', due => 'r.due_at', started => 'r.assigned_at',
    owed_by => '''ENTERPRISE''', hazard => 'r.hazard_id', walls => 'TRADE'),
  ledger_clock('rectification_task', 'TASK_STATE', 'TASK',
    'case r.status when ''PENDING_ACCEPT'' then ''TASK_ACCEPTANCE'' when ''EXTENSION_REQUESTED'' then ''EXTENSION_DECISION''
      else ''RECTIFICATION_START'' end',
    running => 'r.status in (''PENDING_ACCEPT'', ''ACCEPTED'', ''RETURNED'', ''EXTENSION_REQUESTED'')', due => 'r.state_due_at',
    started => 'ledger_clock_start(r.state_deadline, r.assigned_at)',
    owed_by => 'case r.status when ''EXTENSION_REQUESTED'' then ''AUTHORITY'' else ''ENTERPRISE'' end', hazard => 'r.hazard_id', walls => 'TRADE'),
  ledger_clock('paper', 'PAPER_RECEIPT', 'PAPER', '''PAPER_RECEIPT''',
    running => 'r.status = ''SERVED''', due => 'r.due_at', started => 'ledger_clock_start(r.deadline, r.served_at)',
    owed_by => '''ENTERPRISE''', walls => 'TRADE'),
  ledger_clock('hazard_transfer', 'TRANSFER', 'HAZARD_TRANSFER',
    'case r.status when ''ARBITRATION'' then ''TRANSFER_ARBITRATION'' when ''PROPOSED'' then ''CRIME_DECISION'' when ''APPROVED'' then ''CRIME_DELIVERY''
      else case r.kind when ''CRIME'' then ''CRIME_ANSWER'' else ''TRANSFER_ANSWER'' end end',
    running => 'r.status in (''PENDING'', ''ARBITRATION'', ''PROPOSED'', ''APPROVED'') and r.ended_at is null', due => 'r.due_at',
    started => 'ledger_clock_start(r.deadline, r.sent_at)',
    owed_division => 'case r.status when ''PENDING'' then r.to_division when ''ARBITRATION'' then rpad(r.city_code, 12, ''0'') else r.from_division end',
    owed_department => 'case r.status when ''PENDING'' then r.to_department when ''ARBITRATION'' then null else r.from_department end',
    hazard => 'r.hazard_id', walls => 'PLACE'),
  ledger_clock('inspection', 'INSPECTION_APPROVAL', 'INSPECTION', '''INSPECTION_APPROVAL''',
    running => 'r.approved_at is null and r.approval_refused_at is null', due => 'r.approval_due_at',
    started => 'ledger_clock_start(r.approval_deadline, r.started_at)',
    owed_division => 'coalesce(r.authority_division, r.division_code)'),
  ledger_clock('supervision_item', 'SUPERVISION_ITEM', 'SUPERVISION_ITEM', '''SUPERVISION_ITEM''',
    running => 'r.open', due => 'r.due_at', started => 'ledger_clock_start(r.deadline, r.issued_at)',
    owed_division => 'r.addressee_division', owed_department => 'r.addressee_department', place => 'r.addressee_division'),
  ledger_clock('bulletin_delivery', 'BULLETIN_DELIVERY', 'DELIVERY', 'case r.status when ''SENT'' then ''BULLETIN_RECEIPT'' else ''BULLETIN_FEEDBACK'' end',
    running => 'r.status in (''SENT'', ''RECEIVED'')', due => 'r.due_at', started => 'ledger_clock_start(r.deadline, r.sent_at)',
    owed_division => 'r.division_code', owed_department => 'r.department_code', walls => 'PLACE'),
  ledger_clock('quick_report', 'QUICK_REPORT', 'QUICK_REPORT', '''INTERNAL_REPORT_ANSWER''',
    running => 'r.status in (''REPORTED'', ''RECEIVED'') and r.escalated_at is null', due => 'r.due_at',
    started => 'ledger_clock_start(r.deadline, r.reported_at)', owed_by => '''ENTERPRISE''', hazard => 'r.hazard_id'),
  ledger_clock('undetermined_regulator', 'REGULATOR_DECISION', 'UNDETERMINED_REGULATOR', '''REGULATOR_DECISION''',
    running => 'r.settled_at is null', due => 'r.due_at', started => 'ledger_clock_start(r.deadline, r.entered_at)',
    owed_division => 'r.division_code', walls => 'PLACE');

-- What an instruction demands is owed until a re-check speaks of it (责令限期整改): the earliest day of its problems.
select ledger_clock('paper', 'PAPER_INSTRUCTION', 'PAPER', '''PAPER_INSTRUCTION''',
    running => 'r.kind = ''INSTRUCTION'' and r.status in (''SERVED'', ''SIGNED'', ''REFUSED'')
      and not exists (select from paper a where a.about_id = r.id and a.status <> ''WITHDRAWN'')',
    due => '(select min(i.due_at) from paper_item i where i.paper_id = r.id)', started => 'r.served_at',
    owed_by => '''ENTERPRISE''', walls => 'TRADE',
    changes => 'select p.* from paper p where p.id in (select id from changed union all select about_id from changed)');

-- The one table of the scheduler's library: which work the service does by itself when, and which replica has taken it. It says
-- nothing about anybody, and is for background work alone: no caller's role may touch it. What runs again and again is never deleted.
create table scheduled_task (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_task_execution on scheduled_task (execution_time);
alter table scheduled_task enable row level security, force row level security;
create policy background on scheduled_task to ledger_background using (true) with check (true);
grant select, insert, update on scheduled_task to ledger_background;
