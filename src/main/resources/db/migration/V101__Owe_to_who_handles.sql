-- Whoever handles a hazard by a transfer owes what an authority owes of it: the clocks go on, and are the receiver's.
create function ledger_owed(hazard uuid, part text, otherwise text) returns text
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  handler constant jsonb := ledger_handling(hazard)->'handler';
begin
  return case when handler->>'division' is null then otherwise else handler->>part end;
end $$;
comment on function ledger_owed is
'Of the authority that handles a hazard by its transfers the division or the department; what is given where none was accepted.';

create function ledger_follow_handler(hazards uuid[]) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  update deadline_clock c set owed_division = o.division, owed_department = o.department, version = c.version + 1
  from (
    select k.id, ledger_owed(k.hazard_id, 'division', rpad(k.county_code, 12, '0')) division,
      case when k.owed_by = 'AUTHORITY' then ledger_owed(k.hazard_id, 'department', null) end department
    from deadline_clock k
    where k.hazard_id = any(hazards) and k.stopped_at is null and k.object_type in ('HAZARD', 'TASK')) o
  where c.id = o.id and (c.owed_division, c.owed_department) is distinct from (o.division, o.department)
$$;
comment on function ledger_follow_handler is 'Has the running clocks of these hazards and of their tasks owed by whoever handles them now.';

create function ledger_end_silent_answers(at timestamptz, most integer) returns integer language plpgsql as $$
declare
  accepted uuid[];
begin
  with silent as (
    select id from deadline_clock where subject = 'TRANSFER_ANSWER' and stopped_at is null and due_at < least(at, now())
    order by due_at, id limit most for update skip locked
  ), ended as (
    update deadline_clock c set stopped_at = c.due_at, next_at = null, version = c.version + 1 from silent s where c.id = s.id
    returning c.hazard_id)
  select array_agg(hazard_id) into accepted from ended;
  perform ledger_follow_handler(accepted);
  return coalesce(cardinality(accepted), 0);
end $$;
comment on function ledger_end_silent_answers is
'Ends the clocks of answers that silence has given (逾期未答复视为接收), at which no row of theirs changes; tells how many.';
create index deadline_clock_silent on deadline_clock (due_at, id) where subject = 'TRANSFER_ANSWER' and stopped_at is null;

revoke execute on function ledger_owed, ledger_follow_handler, ledger_end_silent_answers from public;
grant execute on function ledger_follow_handler, ledger_end_silent_answers, ledger_owed to ledger_background;

-- Those whose debtors follow, and the answer that silence gives, are declared anew.
drop function ledger_clock_of_hazard_total, ledger_clock_of_hazard_state, ledger_clock_of_task_total, ledger_clock_of_task_state,
  ledger_clock_of_task_recheck, ledger_clock_of_transfer cascade;
select ledger_clock('hazard', 'HAZARD_TOTAL', 'HAZARD', '''RECTIFICATION_TOTAL''',
    running => 'r.open', due => 'r.due_at', started => 'ledger_clock_start(r.deadline, r.reported_at)',
    owed_by => '''ENTERPRISE''', owed_division => 'ledger_owed(r.id, ''division'', rpad(r.county_code, 12, ''0''))',
    hazard => 'r.id', walls => 'TRADE', stopped => 'coalesce(r.closed_at, now())'),
  ledger_clock('hazard', 'HAZARD_STATE', 'HAZARD',
    'case r.status when ''REPORTED'' then ''HAZARD_CONFIRMATION'' when ''SUBMITTED'' then ''REVIEW'' when ''REVIEWING'' then ''CLOSURE''
      when ''FIXED_ON_SITE'' then ''CLOSURE'' else ''HAZARD_ASSIGNMENT'' end',
    running => 'r.open', due => 'r.state_due_at', started => 'ledger_clock_start(r.state_deadline, r.reported_at)',
    owed_division => 'ledger_owed(r.id, ''division'', rpad(r.county_code, 12, ''0''))', owed_department => 'ledger_owed(r.id, ''department'', null)',
    hazard => 'r.id', walls => 'TRADE'),
  ledger_clock('rectification_task', 'TASK_TOTAL', 'TASK', '''TASK_TOTAL''',
    running => 'r.open', due => 'r.due_at', started => 'r.assigned_at',
    owed_by => '''ENTERPRISE''', owed_division => 'ledger_owed(r.hazard_id, ''division'', rpad(r.county_code, 12, ''0''))',
    hazard => 'r.hazard_id', walls => 'TRADE'),
  ledger_clock('rectification_task', 'TASK_STATE', 'TASK',
    'case r.status when ''PENDING_ACCEPT'' then ''TASK_ACCEPTANCE'' when ''EXTENSION_REQUESTED'' then ''EXTENSION_DECISION''
      else ''RECTIFICATION_START'' end',
    running => 'r.status in (''PENDING_ACCEPT'', ''ACCEPTED'', ''RETURNED'', ''EXTENSION_REQUESTED'')', due => 'r.state_due_at',
    started => 'ledger_clock_start(r.state_deadline, r.assigned_at)',
    owed_by => 'case r.status when ''EXTENSION_REQUESTED'' then ''AUTHORITY'' else ''ENTERPRISE'' end',
    owed_division => 'ledger_owed(r.hazard_id, ''division'', rpad(r.county_code, 12, ''0''))',
    owed_department => 'case r.status when ''EXTENSION_REQUESTED'' then ledger_owed(r.hazard_id, ''department'', null) end',
    hazard => 'r.hazard_id', walls => 'TRADE'),
  ledger_clock('rectification_task', 'TASK_RECHECK', 'TASK', '''RECHECK''',
    running => 'r.open and (r.reviewed_at is null or r.reviewed_at < r.due_at)',
    due => '(select k.due_at from deadline_clock k where k.object_id = r.id and k.name = ''TASK_RECHECK'' and k.subject = ''RECHECK''
      and k.started_at = r.due_at)',
    started => 'r.due_at', owed_division => 'ledger_owed(r.hazard_id, ''division'', rpad(r.county_code, 12, ''0''))',
    owed_department => 'ledger_owed(r.hazard_id, ''department'', null)', hazard => 'r.hazard_id', walls => 'TRADE'),
  ledger_clock('hazard_transfer', 'TRANSFER', 'HAZARD_TRANSFER',
    'case r.status when ''ARBITRATION'' then ''TRANSFER_ARBITRATION'' when ''PROPOSED'' then ''CRIME_DECISION'' when ''APPROVED'' then ''CRIME_DELIVERY''
      else case r.kind when ''CRIME'' then ''CRIME_ANSWER'' else ''TRANSFER_ANSWER'' end end',
    running => 'ledger_transfer_state(r.status, r.kind, r.due_at, r.ended_at) in (''PENDING'', ''ARBITRATION'', ''PROPOSED'', ''APPROVED'')',
    due => 'r.due_at', started => 'ledger_clock_start(r.deadline, r.sent_at)',
    owed_division => 'case r.status when ''PENDING'' then r.to_division when ''ARBITRATION'' then rpad(r.city_code, 12, ''0'') else r.from_division end',
    owed_department => 'case r.status when ''PENDING'' then r.to_department when ''ARBITRATION'' then null else r.from_department end',
    hazard => 'r.hazard_id', walls => 'PLACE');

-- The engine begins a re-check while it holds the total clock of the task. Whatever ends or moves the task waits for that clock first, and
-- only then looks for a re-check to stop: triggers go by their names.
alter trigger ledger_clock_of_task_recheck_begins on rectification_task rename to ledger_clock_of_task_total_then_recheck_begins;
alter trigger ledger_clock_of_task_recheck_goes_on on rectification_task rename to ledger_clock_of_task_total_then_recheck_goes_on;

-- What an accepted or decided transfer changes is told by its row; its own clock is held before those of the hazard.
create function ledger_owed_by_receiver() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform ledger_follow_handler(array(select hazard_id from changed));
  return null;
end $$;
revoke execute on function ledger_owed_by_receiver from public;
create trigger owed_by_receiver_begins after insert on hazard_transfer referencing new table as changed
  for each statement execute function ledger_owed_by_receiver();
create trigger owed_by_receiver_goes_on after update on hazard_transfer referencing new table as changed
  for each statement execute function ledger_owed_by_receiver();

-- What ran on: answers that silence gave, re-checks of tasks that were over.
alter table hazard_transfer no force row level security;
alter table rectification_task no force row level security;
update deadline_clock c set stopped_at = greatest(c.due_at, c.started_at), next_at = null, version = c.version + 1
from hazard_transfer t
where c.name = 'TRANSFER' and c.object_id = t.id and c.stopped_at is null and c.subject = 'TRANSFER_ANSWER'
  and ledger_transfer_state(t.status, t.kind, t.due_at, t.ended_at) = 'ACCEPTED';
update deadline_clock c set stopped_at = greatest(now(), c.started_at), next_at = null, version = c.version + 1
from rectification_task t
where c.name = 'TASK_RECHECK' and c.object_id = t.id and c.stopped_at is null
  and not (t.open and (t.reviewed_at is null or t.reviewed_at < t.due_at) and c.started_at = t.due_at);
alter table rectification_task force row level security;
alter table hazard_transfer force row level security;
