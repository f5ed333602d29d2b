-- What each table of a mechanism needs beside its policies: foreign keys, the indexes of its lists, and what must stay.

-- The columns of the templates refer to what they name; a table that has such a key of its own keeps it.
create or replace function ledger_enforce(secured regclass, writes text[], inserts text[], updates text[]) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  named record;
begin
  execute format('alter table %s enable row level security, force row level security', secured);
  execute format('create policy background on %s to ledger_background using (true) with check (true)', secured);
  execute format('grant select, insert, update on %s to ledger_background', secured);
  execute format('grant select on %s to ${app_role}, %s', secured, ledger_tier_roles('{}'));
  if writes || inserts <> '{}' then
    execute format('grant insert on %s to %s', secured, ledger_tier_roles(writes || inserts));
  end if;
  if writes || updates <> '{}' then
    execute format('grant update on %s to %s', secured, ledger_tier_roles(writes || updates));
  end if;
  for named in
    select a.attname, t.referred
    from pg_attribute a
    join (values ('division_code', 'division (code)'), ('enterprise_id', 'enterprise (id)'), ('industry_code', 'industry (code)'))
      t(attname, referred) using (attname)
    where a.attrelid = secured and not a.attisdropped
      and not exists (select from pg_constraint c where c.conrelid = secured and c.contype = 'f' and c.conkey = array[a.attnum])
  loop
    execute format('alter table %s add foreign key (%I) references %s', secured, named.attname, named.referred);
  end loop;
end $$;

create function ledger_index(listed regclass, variadic keys text[]) returns void language plpgsql set search_path = pg_catalog, public as $$
declare
  place text;
begin
  for place in
    select attname from pg_attribute
    where attrelid = listed and attname in ('city_code', 'county_code', 'town_code', 'enterprise_id') and not attisdropped
  loop
    execute format('create index %I on %s (%I, %s, id)', listed || '_' || replace(replace(place, '_code', ''), '_id', '') || '_' || keys[1],
      listed, place, array_to_string(keys, ', '));
  end loop;
end $$;
comment on function ledger_index is
'Makes the indexes of an order of a list: one for each column that row policies compare, followed by the order''s keys and the id.';

create function ledger_stays() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  changed text;
begin
  if old.status = any(tg_argv[0]::text[]) then
    raise exception '% % is %: nothing of it changes any more', tg_table_name, old.id, old.status;
  end if;
  select c into changed from unnest(tg_argv[1]::text[]) c where to_jsonb(old) -> c is distinct from to_jsonb(new) -> c limit 1;
  if changed is not null then
    raise exception '% of % % stays as it was written', changed, tg_table_name, old.id;
  end if;
  return new;
end $$;

create function ledger_keep(kept regclass, ended text[] default '{}', columns text[] default '{}') returns void
  language plpgsql set search_path = pg_catalog, public as $$
begin
  perform ledger_require_columns(kept, variadic array['status'] || columns);
  execute format('create trigger stays before update on %s for each row execute function ledger_stays(%L, %L)', kept, ended, columns);
end $$;
comment on function ledger_keep is
'Has the database hold what must never change, against the program''s own mistakes, too.
ended: states in which nothing of a row changes any more. columns: what never changes once the row is there.';

revoke execute on function ledger_enforce, ledger_index, ledger_keep from public;
