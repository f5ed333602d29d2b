-- What somebody of an enterprise, or a system, changes of a row: the columns and the moves of the verbs that are theirs, whatever the
-- program says. current_user is the tier, and not the tier within functions that run as their owner.
create function ledger_narrowed() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  changed text;
begin
  -- Generated columns follow from the others, and are not made yet.
  select a.attname into changed from pg_attribute a
  where a.attrelid = tg_relid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> all(tg_argv[0]::name[])
    and to_jsonb(new) -> a.attname::text is distinct from to_jsonb(old) -> a.attname::text limit 1;
  if changed is null and old.status <> new.status and old.status || '>' || new.status <> all(tg_argv[1]::text[]) then
    changed := 'status';
  end if;
  if changed is not null then
    raise exception '% of % % is not for % to change', changed, tg_table_name, old.id, current_user using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function ledger_narrow(narrowed regclass, tiers text[], columns text[], moves text[], only_if text default 'true') returns void
  language plpgsql set search_path = pg_catalog, public as $$
begin
  perform ledger_require_columns(narrowed, variadic array['status'] || columns);
  execute format('create trigger %I before update on %s for each row when (current_user = any(%L::name[]) and (%s))
    execute function ledger_narrowed(%L, %L)', 'narrowed_' || tiers[1], narrowed,
    (select array_agg('ledger_' || t) from unnest(tiers) t), only_if, columns || '{version,status}', moves);
end $$;
comment on function ledger_narrow is
'Has the database refuse what tiers may not change of rows that they may change.
columns: what they may, beside version and status. moves: of which states to which, as OLD>NEW. only_if: for which rows.';
revoke execute on function ledger_narrowed, ledger_narrow from public;

select ledger_narrow('hazard', '{worker}', '{state_due_at,state_deadline,contested,duplicate_of_id,left_to_authority}',
    '{REJECTED>REPORTED,DUPLICATE>REPORTED,ASSIGNED>RECTIFYING}'),
  ledger_narrow('hazard', '{enterprise}', '{state_due_at,state_deadline,contested,duplicate_of_id,left_to_authority,five_implementations,interim_measures,closed_by,closed_at,self_closed}',
    '{REJECTED>REPORTED,DUPLICATE>REPORTED,ASSIGNED>RECTIFYING,RECTIFYING>SUBMITTED,REPORTED>CLOSED,CONFIRMED>CLOSED}'),
  ledger_narrow('hazard', '{city_integration,county_integration}', '{state_due_at,state_deadline,contested,duplicate_of_id}',
    '{REJECTED>REPORTED,DUPLICATE>REPORTED}'),
  ledger_narrow('rectification_task', '{worker}', '{started_by,state_due_at,state_deadline}', '{ACCEPTED>IN_PROGRESS,RETURNED>IN_PROGRESS}'),
  ledger_narrow('rectification_task', '{enterprise}',
    '{accepted_by,accepted_at,started_by,submitted_by,submitted_at,measures_taken,state_due_at,state_deadline}',
    '{PENDING_ACCEPT>ACCEPTED,ACCEPTED>IN_PROGRESS,RETURNED>IN_PROGRESS,IN_PROGRESS>SUBMITTED,ACCEPTED>EXTENSION_REQUESTED,IN_PROGRESS>EXTENSION_REQUESTED}'),
  ledger_narrow('paper', '{enterprise}', '{due_at,deadline,receipt_signed_by,receipt_signed_at}', '{SERVED>SIGNED}'),
  -- Its self-checks are the enterprise's own; of all others it signs the record and rates the visit.
  ledger_narrow('inspection', '{enterprise}', '{device_signed_at,signed_at,signed_by,signer_name,rating_score,rating_comment,rated_at}',
    '{RECORD_PENDING_SIGNATURE>SIGNED}', only_if => 'old.kind <> ''SELF_CHECK''');

-- An extension is asked for and decided by others; answers and officers are the enterprise's in its self-checks alone.
revoke update on deadline_extension from ledger_enterprise;
create policy of_self_check_add on finding as restrictive for insert to ledger_enterprise
  with check (exists (select from inspection i where i.id = inspection_id and i.kind = 'SELF_CHECK'));
create policy of_self_check on finding as restrictive for update to ledger_enterprise
  using (exists (select from inspection i where i.id = inspection_id and i.kind = 'SELF_CHECK'));
create policy of_self_check_add on inspection_officer as restrictive for insert to ledger_enterprise
  with check (exists (select from inspection i where i.id = inspection_id and i.kind = 'SELF_CHECK'));

-- Whose level graded it hands it on: the city before a county, and a county before its town. Of the past the city is known.
alter table hazard add column graded_level text check (graded_level in ('CITY', 'COUNTY', 'TOWN'));
alter table hazard no force row level security;
update hazard set graded_level = 'CITY' where graded_by_city;
alter table hazard force row level security;
alter table hazard drop column graded_by_city;
