-- Objects shared beyond their place are dated grants. A caller whose department, government or self has some runs as a tier of its
-- own, a member of the plain one: it has the plain tier's grants and policies, and beside them those of what was granted. Who has
-- none runs as before, by the same policies and plans.
do $$
declare
  tier text;
begin
  foreach tier in array array['ledger_city', 'ledger_county', 'ledger_town', 'ledger_city_department', 'ledger_county_department'] loop
    if not exists (select from pg_roles where rolname = tier || '_granted') then
      execute format('create role %I nologin', tier || '_granted');
    end if;
    execute format('grant %I to %I with inherit true, set false', tier, tier || '_granted');
    execute format('grant %I to ${app_role} with inherit false, set true', tier || '_granted');
  end loop;
end $$;

create table object_grant (
  id           uuid primary key,
  object_type  text not null references recorded_type,
  object_id    uuid not null,
  grantee_kind text not null check (grantee_kind in ('DEPARTMENT', 'GOVERNMENT', 'PERSON')),
  grantee      text not null check (grantee <> ''),
  starts_at    timestamptz not null,
  ends_at      timestamptz check (ends_at >= starts_at),
  acts_from    timestamptz check (acts_from >= starts_at),
  source_type  text not null references recorded_type,
  source_id    uuid not null
);
comment on table object_grant is
'Who sees an object beyond its own place: from starts_at until ends_at, for good where that is null. Only to read before acts_from,
and where that is null. source: what it was given with, such as a transfer.';
create index object_grant_grantee on object_grant (grantee, object_type);
create index object_grant_source on object_grant (source_id);
create index object_grant_object on object_grant (object_id);

create function ledger_grant_stays() returns trigger language plpgsql as $$
begin
  if (old.object_type, old.object_id, old.grantee_kind, old.grantee, old.starts_at, old.source_type, old.source_id)
      is distinct from (new.object_type, new.object_id, new.grantee_kind, new.grantee, new.starts_at, new.source_type, new.source_id) then
    raise exception 'What grant % gives stays: only its end and its right to act change', old.id;
  end if;
  return new;
end $$;
create trigger stays before update on object_grant for each row execute function ledger_grant_stays();

-- The division whose government the caller's tier is of; empty for others.
create function ledger_government() returns text language sql stable as $$
  select case regexp_replace(current_setting('role'), '_granted$', '')
    when 'ledger_city' then rpad(current_setting('ledger.city', true), 12, '0')
    when 'ledger_county' then rpad(current_setting('ledger.county', true), 12, '0')
    when 'ledger_town' then rpad(current_setting('ledger.town', true), 12, '0')
    else '' end
$$;

create function ledger_granted(kind text, acting boolean default false) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct g.object_id), '{}') from object_grant g
  where g.object_type = kind and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now()) and (not acting or g.acts_from <= now())
    and (g.grantee = current_setting('ledger.department', true) and g.grantee_kind = 'DEPARTMENT'
      or g.grantee = ledger_government() and g.grantee_kind = 'GOVERNMENT'
      or g.grantee = current_setting('ledger.subject', true) and g.grantee_kind = 'PERSON')
$$;
comment on function ledger_granted is
'Ids of the objects of a kind that are granted to the caller now; acting: of those only the ones that it may change.';

create function ledger_granted_tiers() returns text language sql immutable as $$
  select 'ledger_city_granted, ledger_county_granted, ledger_town_granted, ledger_city_department_granted, ledger_county_department_granted'
$$;

create function ledger_share(shared regclass, kind text, key text, inserts boolean default false, updates boolean default false)
  returns void language plpgsql set search_path = pg_catalog, public as $$
begin
  perform ledger_require_columns(shared, key);
  execute format('create policy granted on %s for select to %s using (%I = any((select ledger_granted(%L))::uuid[]))',
    shared, ledger_granted_tiers(), key, kind);
  if inserts then
    execute format('create policy granted_add on %s for insert to %s with check (%I = any((select ledger_granted(%L, true))::uuid[]))',
      shared, ledger_granted_tiers(), key, kind);
  end if;
  if updates then
    execute format('create policy granted_change on %s for update to %s using (%I = any((select ledger_granted(%L, true))::uuid[]))',
      shared, ledger_granted_tiers(), key, kind);
  end if;
end $$;
comment on function ledger_share is
'Shows the rows of a table to whom an object is granted: the object itself (key id), or what hangs on it.
kind: type of the granted object. key: the column with its id. inserts, updates: what whoever may act may do with them.';
revoke execute on function ledger_granted, ledger_granted_tiers, ledger_government, ledger_share, ledger_grant_stays from public;

do $$
begin
  execute format('grant execute on function ledger_government to %s', ledger_tier_roles('{}'));
  execute format('grant execute on function ledger_granted to %s', ledger_granted_tiers());
  execute format('create policy keeper on object_grant to %I using (true) with check (true)', current_user);
  -- What is read beside the object, and what whoever acts writes of it.
  execute format('create policy granted_add on history_entry for insert to %s with check (ledger_sees(object_type, object_id))', ledger_granted_tiers());
  execute format('create policy granted_add on outbox_entry for insert to %s with check (ledger_sees(object_type, object_id))', ledger_granted_tiers());
  execute format('create policy granted on enterprise for select to %s using (id = any(array(
    select h.enterprise_id from hazard h where h.id = any((select ledger_granted(''HAZARD''))::uuid[]))))', ledger_granted_tiers());
  execute format('create policy granted_task on evidence for select to %s using (task_id = any(array(
    select r.id from rectification_task r where r.hazard_id = any((select ledger_granted(''HAZARD''))::uuid[]))))', ledger_granted_tiers());
  execute format('create policy granted_task_add on evidence for insert to %s with check (task_id = any(array(
    select r.id from rectification_task r where r.hazard_id = any((select ledger_granted(''HAZARD'', true))::uuid[]))))', ledger_granted_tiers());
end $$;

select ledger_enforce('object_grant', '{city,county,town,city_department,county_department}', '{}', '{}'),
  ledger_share('hazard', 'HAZARD', 'id', updates => true),
  ledger_share('rectification_task', 'HAZARD', 'hazard_id', inserts => true, updates => true),
  ledger_share('evidence', 'HAZARD', 'hazard_id', inserts => true);
create policy with_object on object_grant
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (ledger_sees(object_type, object_id));

-- A paper tells of all its hazards: it goes with them only where each of them is granted.
do $$
begin
  execute format('create policy keeper on paper_item for select to %I using (true)', current_user);
end $$;
create function ledger_granted_papers() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(p.paper_id), '{}') from (
    select i.paper_id from paper_item i
    where i.paper_id in (select o.paper_id from paper_item o where o.hazard_id = any((select ledger_granted('HAZARD'))::uuid[]))
    group by i.paper_id having bool_and(coalesce(i.hazard_id = any((select ledger_granted('HAZARD'))::uuid[]), false))) p
$$;
revoke execute on function ledger_granted_papers from public;
do $$
begin
  execute format('grant execute on function ledger_granted_papers to %s', ledger_granted_tiers());
  execute format('create policy granted on paper for select to %s using (id = any((select ledger_granted_papers())::uuid[]))', ledger_granted_tiers());
end $$;

-- Words are looked up in the caller's place and among the hazards that are granted.
create or replace function ledger_search(searched_table text, words text[], most integer) returns uuid[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog, public as $$
declare
  tier   constant text := current_setting('role');
  place  constant text := nullif(current_setting(
    case when starts_with(tier, 'ledger_city') then 'ledger.city' else 'ledger.county' end, true), '');
  folded constant text[] := array(select ledger_folded(w) from unnest(words) w);
  -- The first pairs of a long word narrow enough.
  probes constant text[] := array(select left(w, 12) from unnest(folded) w where length(w) > 1);
begin
  if probes = '{}' or tier !~ '^ledger_(city|county|town)' then
    return null;
  end if;
  return array(
    select t.object_id
    from division d
    cross join lateral (
      select s.object_id from searched_text s
      where ledger_pairs(s.scope, array[s.searched]) @> ledger_pairs(searched_table || substr(d.code, 1, 6), probes)
        and not exists (select from unnest(folded) w where strpos(s.searched, w) = 0)) t
    where d.level in ('CITY', 'COUNTY') and starts_with(d.code, place)
    limit most) || case when tier ~ '_granted$' then array(
      select s.object_id from searched_text s
      where searched_table = 'hazard' and s.object_id = any(ledger_granted('HAZARD')) and not starts_with(s.scope, searched_table || place)
        and not exists (select from unnest(folded) w where strpos(s.searched, w) = 0)
      limit most) else '{}' end;
end $$;
