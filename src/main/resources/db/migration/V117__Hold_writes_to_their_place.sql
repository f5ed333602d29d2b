-- Whoever sees a site by one of its units does not keep it: a town those of its own place, a department the units that it supervises
-- (`Sites.present`). The policies of the parts let write whoever sees the whole.
do $$
declare
  part   text;
  powers constant text := 'exists (select from enterprise e where e.id = enterprise_id and (
    e.industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or e.industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or current_setting(''ledger.matters'', true) <> ''''))';
begin
  foreach part in array array['site_unit', 'site_main_unit'] loop
    execute format('create policy of_place_add on %I as restrictive for insert to ledger_town
      with check (exists (select from site s where s.id = site_id and s.town_code = current_setting(''ledger.town'', true)))', part);
    execute format('create policy of_place_change on %I as restrictive for update to ledger_town
      using (exists (select from site s where s.id = site_id and s.town_code = current_setting(''ledger.town'', true)))', part);
    execute format('create policy of_powers_add on %I as restrictive for insert to ledger_city_department, ledger_county_department
      with check (%s)', part, powers);
  end loop;
  -- Who had the main responsibility before ends when another is named, whoever that was.
  execute format('create policy of_powers_change on site_unit as restrictive for update to ledger_city_department, ledger_county_department
    using (%s)', powers);
end $$;

-- The papers of a visit are about its enterprise, and its authority's: a visitor makes out no other ones.
create function ledger_is_of_visit(given_visit uuid, given_enterprise uuid, given_division text, given_authority text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from inspection i
    where i.id = given_visit and i.enterprise_id = given_enterprise and i.division_code = given_division
      and (coalesce(i.authority, given_authority) = given_authority
        or i.authority_division = ledger_government() and given_authority = ledger_authority()))
$$;
comment on function ledger_is_of_visit is 'Whether a paper of a visit is about its enterprise, at its place, and in the name of its authority.';
revoke execute on function ledger_is_of_visit from public;
do $$
declare
  conducted constant text := '(select ledger_conducted_by_group())::uuid[]';
  fits      constant text := 'ledger_is_of_visit(inspection_id, enterprise_id, division_code, authority)';
begin
  execute format('grant execute on function ledger_is_of_visit to %s', ledger_granted_tiers());
  execute format('alter policy visited_add on paper with check (inspection_id = any(%s) and %s)', conducted, fits);
  execute format('alter policy visited_change on paper with check (inspection_id = any(%s) and %s)', conducted, fits);
end $$;

-- A public value is corrected once: whoever may try values without end looks for one that pleases.
alter table draw add column value_corrected boolean not null default false;
alter table look_back add column value_corrected boolean not null default false;
create or replace function ledger_witnessed_stays() returns trigger language plpgsql as $$
begin
  if new.announced_by_subject is distinct from old.announced_by_subject
      or old.value_corrected and not new.value_corrected
      or old.witnessed_at is not null
      and ((new.witnessed_by, new.witnessed_by_subject) is distinct from (old.witnessed_by, old.witnessed_by_subject)
        or (new.public_value, new.value_read_from, new.witnessed_at)
          is distinct from (old.public_value, old.value_read_from, old.witnessed_at)
        and (new.drawn_at is not null or new.witnessed_at is null or new.witnessed_at <= old.witnessed_at
          or old.value_corrected or not new.value_corrected)) then
    raise exception 'What was written down of % stays', old.id;
  end if;
  return new;
end $$;

-- Whose sites are more than a snapshot keeps is told so.
drop function ledger_sites_of(uuid, date);
create function ledger_sites_of(asked uuid, on_day date)
  returns table (site_id uuid, site_name text, main_unit_id uuid, main_unit_name text, site_count integer, main_unit_missing boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.name, m.enterprise_id, m.name, count(*) over ()::integer, bool_or(m.name is null) over ()
  from site_unit u
  join site s on s.id = u.site_id
  left join site_main_unit m on m.site_id = s.id and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
  where u.enterprise_id = asked and u.valid_from <= on_day and (u.valid_to is null or u.valid_to >= on_day)
    and exists (
      select from site_unit o
      where o.site_id = u.site_id and o.enterprise_id <> asked and o.valid_from <= on_day and (o.valid_to is null or o.valid_to >= on_day))
  order by s.name, s.id limit 20
$$;
comment on function ledger_sites_of is
'The first sites on which an enterprise was with others on a day, and which unit had the main responsibility; null for none. With each
how many there are in all, and whether nobody was named for one of these.';
revoke execute on function ledger_sites_of from public;
do $$
begin
  execute format('grant execute on function ledger_sites_of to ledger_background, %s', ledger_tier_roles('{}'));
end $$;
