-- A table is secured by one call in the migration that creates it. What these functions make is what V8, V10 and V12 to V14
-- wrote out for each table, so that the tables from before them are left as they are. Only the owner of the tables may call
-- them, and they can do no more than the owner.

-- What a table of things at a place begins with: create table bulletin (like ledger_placed including all, ...).
-- "Like" takes no foreign keys along: the table names its own.
create table ledger_placed (
  id            uuid primary key,
  division_code text not null,
  city_code     text generated always as (substr(division_code, 1, 4)) stored,
  county_code   text generated always as (substr(division_code, 1, 6)) stored,
  town_code     text generated always as (substr(division_code, 1, 9)) stored,
  version       integer not null
);
comment on table ledger_placed is 'Template, never filled: the columns of things that lie at a place.';

-- And what follows for things of an enterprise and its trade: (like ledger_placed including all, like ledger_traded including all, ...).
create table ledger_traded (
  enterprise_id     uuid not null,
  industry_code     text not null,
  industry_section  text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division text generated always as (substr(industry_code, 1, 3)) stored,
  matter            text
);
comment on table ledger_traded is 'Template, never filled: the columns of things that belong to an enterprise and its trade.';

-- The roles of the tiers named, or all of callers; whoever names another is told which there are.
create function ledger_tier_roles(tiers text[]) returns text language plpgsql set search_path = pg_catalog, public as $$
declare
  callers constant text[] := array['city', 'county', 'town', 'city_department', 'county_department', 'enterprise', 'worker',
    'city_integration', 'county_integration', 'city_auditor', 'county_auditor'];
  tier text;
begin
  foreach tier in array tiers loop
    if tier <> all(callers) or tier is null then
      raise exception 'There is no tier "%"; the tiers are %', tier, array_to_string(callers, ', ')
        using errcode = 'invalid_parameter_value';
    end if;
  end loop;
  return (select string_agg('ledger_' || t, ', ') from unnest(case when tiers = '{}' then callers else tiers end) t);
end $$;

create function ledger_require_columns(secured regclass, variadic names text[]) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  name text;
begin
  foreach name in array names loop
    if not exists (select from pg_attribute where attrelid = secured and attname = name and attnum > 0 and not attisdropped) then
      raise exception 'Table % has no column "%", which its policies compare: add it, or create the table like ledger_placed or ledger_traded',
        secured, name using errcode = 'undefined_column';
    end if;
  end loop;
end $$;

-- What holds for every table secured by rows: nobody is exempt, background work sees all, and every caller may ask.
create function ledger_enforce(secured regclass, writes text[], inserts text[], updates text[]) returns void
  language plpgsql set search_path = pg_catalog, public as $$
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
end $$;

create function ledger_secure(
  secured regclass, departments text default 'NONE', integrations text default 'NONE',
  writes text[] default '{}', inserts text[] default '{}', updates text[] default '{}') returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  trade constant text := 'industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '',''))';
  level text;
  place text;
  told  text[];
begin
  if departments is null or departments <> all(array['NONE', 'PLACE', 'TRADE', 'POWERS']) then
    raise exception 'departments => "%" is none of NONE, PLACE, TRADE, POWERS', departments using errcode = 'invalid_parameter_value';
  end if;
  if integrations is null or integrations <> all(array['NONE', 'READ', 'PLACE']) then
    raise exception 'integrations => "%" is none of NONE, READ, PLACE', integrations using errcode = 'invalid_parameter_value';
  end if;
  perform ledger_require_columns(secured, 'city_code', 'county_code', 'town_code');
  if departments in ('TRADE', 'POWERS') then
    perform ledger_require_columns(secured, 'industry_section', 'industry_division');
  end if;
  if departments = 'POWERS' then
    perform ledger_require_columns(secured, 'matter');
  end if;

  perform ledger_enforce(secured, writes, inserts, updates);
  foreach level in array array['city', 'county'] loop
    place := format('%s_code = current_setting(''ledger.%s'', true)', level, level);
    told := array[level, level || '_auditor'];
    if departments = 'PLACE' then
      told := told || (level || '_department');
    end if;
    if integrations = 'PLACE' then
      told := told || (level || '_integration');
    end if;
    execute format('create policy %s on %s to %s using (%s)', level, secured, ledger_tier_roles(told), place);
    if departments in ('TRADE', 'POWERS') then
      execute format('create policy %s_department on %s to ledger_%s_department using (%s and (%s or %s))', level, secured, level, place, trade,
        case departments when 'TRADE' then 'current_setting(''ledger.matters'', true) <> '''''
          else 'matter = any(string_to_array(current_setting(''ledger.matters'', true), '',''))' end);
    end if;
    if integrations = 'READ' then
      execute format('create policy %s_integration on %s for select to ledger_%s_integration using (%s)', level, secured, level, place);
    end if;
  end loop;
  execute format('create policy town on %s to ledger_town using (town_code = current_setting(''ledger.town'', true))', secured);
end $$;
comment on function ledger_secure is
'Secures a table of things at a place: authorities and auditors see what lies in their city, county or town; everybody else
nothing, unless told here or by ledger_secure_own, ledger_secure_part or a policy of the table''s own.
departments: which rows of its place a department sees. NONE; PLACE, all; POWERS, those of its industries or its matters
  (columns industry_section, industry_division, matter); TRADE, those of its industries, and all for who supervises a matter.
integrations: NONE; READ, all of the place, without changing any; PLACE, like an authority, as far as writes, inserts and updates let it.
writes, inserts, updates: tiers that may insert and update, only insert, only update, such as {city,county}. A tier writes
  what it sees. Background work writes all; nobody deletes.';

create function ledger_secure_own(secured regclass, command text, tiers text[], only_if text default 'true', key text default 'enterprise_id')
  returns void language plpgsql set search_path = pg_catalog, public as $$
declare
  own text := format('%I = nullif(current_setting(''ledger.enterprise'', true), '''')::uuid', key);
begin
  if command is null or command <> all(array['all', 'select', 'insert', 'update']) then
    raise exception 'command => "%" is none of all, select, insert, update', command using errcode = 'invalid_parameter_value';
  end if;
  if tiers is null or tiers = '{}' or not tiers <@ array['enterprise', 'worker'] then
    raise exception 'tiers => % is not of enterprise and worker: no other tier has an enterprise', tiers
      using errcode = 'invalid_parameter_value';
  end if;
  perform ledger_require_columns(secured, key);
  if only_if <> 'true' then
    own := format('%s and (%s)', own, only_if);
  end if;
  execute format('create policy %I on %s for %s to %s %s (%s)', 'own_' || command || '_' || array_to_string(tiers, '_'), secured, command,
    ledger_tier_roles(tiers), case command when 'insert' then 'with check' else 'using' end, own);
end $$;
comment on function ledger_secure_own is
'Lets an enterprise''s manager (enterprise) and workers (worker) at the rows of their own enterprise, beside ledger_secure.
command: all, select, insert or update: what this is for; the grant comes from ledger_secure.
only_if: what must hold of the row beside, such as visible_to_target. key: the column with the enterprise''s id.';

create function ledger_secure_part(
  secured regclass, whole regclass, key text,
  writes text[] default '{}', inserts text[] default '{}', updates text[] default '{}') returns void
  language plpgsql set search_path = pg_catalog, public as $$
begin
  perform ledger_require_columns(secured, key);
  perform ledger_require_columns(whole, 'id');
  if not exists (select from pg_class where oid = whole and relrowsecurity and relforcerowsecurity) then
    raise exception 'Table %, which decides who sees the rows of %, is not secured itself: call ledger_secure for it first', whole, secured
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  perform ledger_enforce(secured, writes, inserts, updates);
  execute format('create policy parent on %s using (current_user not in (''ledger_background'', ''${app_role}'')
    and exists (select from %s %s where %s.id = %I))', secured, whole, left(whole::text, 1), left(whole::text, 1), key);
end $$;
comment on function ledger_secure_part is
'Secures a table whose rows are parts of another''s: whoever sees the whole sees its parts, and writes them as far as its tier is told here.
key: the column with the id of the whole. writes, inserts, updates: as for ledger_secure.';

create function ledger_open(reference regclass) returns void language plpgsql set search_path = pg_catalog, public as $$
begin
  execute format('grant select on %s to ${app_role}, ledger_background, %s', reference, ledger_tier_roles('{}'));
  execute format('grant insert, update on %s to ledger_background', reference);
end $$;
comment on function ledger_open is
'Opens a table of reference data, which says nothing about any enterprise: every caller reads it, background work loads it.';

revoke execute on function ledger_tier_roles, ledger_require_columns, ledger_enforce, ledger_secure, ledger_secure_own,
  ledger_secure_part, ledger_open from public;

do $$
declare
  template text;
begin
  foreach template in array array['ledger_placed', 'ledger_traded'] loop
    execute format('alter table %I enable row level security, force row level security', template);
    execute format('grant select on %I to ${app_role}', template);
  end loop;
end $$;
