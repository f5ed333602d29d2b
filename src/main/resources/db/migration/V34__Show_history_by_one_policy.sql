-- Whoever sees an object sees its history. What told so named each type in four policies; now one policy asks one function, which
-- the kit makes of the types that are recorded. It asks the object's own table, by whose policies its caller sees the object or
-- not, now: what was hidden when an entry was written, such as an unannounced visit, may be seen today, and the reverse.

-- Under which name the history of what is in a table is kept; the outbox calls rectification tasks TASK.
create table recorded_type (
  name        text primary key,
  recorded_in text not null
);
select ledger_open('recorded_type');
revoke insert, update on recorded_type from ledger_background;

create function ledger_record(recorded regclass, name text) returns void language plpgsql set search_path = pg_catalog, public as $$
begin
  perform ledger_require_columns(recorded, 'id');
  insert into recorded_type values (name, recorded::text);
  execute format('create or replace function public.ledger_sees(object_type text, object_id uuid) returns boolean
    language plpgsql stable as $f$ begin case object_type %s else return false; end case; end $f$',
    (select string_agg(format(E'\nwhen %L then return exists (select from public.%s o where o.id = $2);', t.name, t.recorded_in), ''
      order by t.name) from recorded_type t));
  execute format('create or replace function public.ledger_state(object_type text, object_id uuid) returns text
    language plpgsql stable as $f$ begin case object_type %s else return null; end case; end $f$',
    (select string_agg(format(E'\nwhen %L then return (select o.status from public.%s o where o.id = $2);', t.name, t.recorded_in), ''
      order by t.name) from recorded_type t join pg_attribute a on a.attrelid = t.recorded_in::regclass and a.attname = 'status'));
end $$;
comment on function ledger_record is
'Has the history of what is in the table shown to whoever sees it. name: the type under which its changes are recorded.';
revoke execute on function ledger_record from public;

select ledger_record('campaign', 'CAMPAIGN'), ledger_record('inspection', 'INSPECTION'), ledger_record('hazard', 'HAZARD'),
  ledger_record('rectification_task', 'RECTIFICATION_TASK'), ledger_record('rectification_task', 'TASK'),
  ledger_record('evidence', 'EVIDENCE'), ledger_record('responsibility_assignment', 'RESPONSIBILITY');
comment on function ledger_sees is 'Whether the object is there for who asks. Made anew by ledger_record.';
comment on function ledger_state is 'The object''s state for who sees it; null for what has none. Made anew by ledger_record.';
revoke execute on function ledger_sees, ledger_state from public;

do $$
declare
  callers constant text := ledger_tier_roles('{}');
  powers  constant text := 'industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or matter = any(string_to_array(current_setting(''ledger.matters'', true), '',''))';
  level   text;
  place   text;
begin
  execute format('grant execute on function ledger_sees, ledger_state to %s', callers);
  drop policy with_object on history_entry;
  drop policy own_read on history_entry;
  -- What the kit shows by place and powers is found by them, at the cost of a comparison: of the policies that hold for a role, the
  -- last by name comes first. Systems write by their place and read by the object, which may be none of theirs there.
  foreach level in array array['city', 'county'] loop
    place := format('%s_code = current_setting(''ledger.%s'', true)', level, level);
    execute format('drop policy %s_department_read on history_entry', level);
    execute format('drop policy %s_department_add on history_entry', level);
    execute format('create policy %s_department on history_entry to ledger_%s_department using (%s and (%s))', level, level, place, powers);
    execute format('alter policy %s on history_entry to ledger_%s, ledger_%s_auditor', level, level, level);
    execute format('create policy %s_integration_add on history_entry for insert to ledger_%s_integration with check (%s)',
      level, level, place);
  end loop;
  execute format('create policy by_object on history_entry for select to %s using (ledger_sees(object_type, object_id))', callers);
end $$;
