-- Each change of a hazard, a task or a visit asked all of its clocks whether they go on: two statements for each, some 0.7 ms, though
-- an answer to an item of a checklist, a new version or a corrected title moves none. Their update triggers look at the row itself now, and are
-- called where a column changed of which the clock's declaration makes something.
create function ledger_clock_by_row(clocked regclass, name text, beside text[] default '{}') returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  kept    constant text := format('ledger_clock_of_%s', lower(name));
  made    constant text := pg_get_functiondef(format('public.%I', kept)::regproc);
  going   text;
  columns text[];
begin
  select t.tgname into going from pg_trigger t
  where t.tgrelid = clocked and t.tgfoid = format('public.%I', kept)::regproc and t.tgtype::integer & 17 = 16;
  if going is null or position('(table changed) r' in made) = 0 then
    raise exception '% is no clock of the changed rows of %', name, clocked;
  end if;
  columns := array(select distinct c from (
      select m[1] from regexp_matches(made, '\mr\.([a-z_]+)', 'g') m union all select unnest(beside)) u(c)
    where c <> 'id' order by c);
  execute replace(replace(made, kept || '()', kept || '_by_row()'), '(table changed) r', '(select new.*) r');
  execute format('revoke execute on function public.%I from public', kept || '_by_row');
  execute format('drop trigger %I on %s', going, clocked);
  execute format('create trigger %I after update on %s for each row when ((%s) is distinct from (%s)) execute function %I()', going, clocked,
    (select string_agg(format('old.%I', c), ', ') from unnest(columns) c), (select string_agg(format('new.%I', c), ', ') from unnest(columns) c),
    kept || '_by_row');
end $$;
comment on function ledger_clock_by_row is
'Has the clock of this name that ledger_clock declared on a table looked at only where its row changed in a column of which the declaration
makes something, or in one of those named beside. Not for a clock of which anything depends on the time or on other rows, unless whatever
changes these sees to the clock, as the transfers of a hazard do.';
revoke execute on function ledger_clock_by_row from public;

select ledger_clock_by_row('hazard', 'HAZARD_TOTAL'), ledger_clock_by_row('hazard', 'HAZARD_STATE'),
  -- A review ends the re-check: it waits for the engine, which holds the total clock while it begins one (V101).
  ledger_clock_by_row('rectification_task', 'TASK_TOTAL', beside => '{reviewed_at}'), ledger_clock_by_row('rectification_task', 'TASK_STATE'),
  ledger_clock_by_row('rectification_task', 'TASK_RECHECK'), ledger_clock_by_row('inspection', 'INSPECTION_APPROVAL');

-- A new task has no re-check: the engine alone begins one.
drop trigger ledger_clock_of_task_total_then_recheck_begins on rectification_task;
drop function ledger_clock_of_task_recheck;
