-- Whoever handled a hazard of another place, or beyond its trades, keeps what it made there: it sees, finishes and reads its visits, its
-- papers and what these found, also when nothing is granted to it any more. Marked are rows beyond the powers of their authority.
alter table paper add column by_grant boolean not null default false;
alter table inspection add column by_grant boolean not null default false;

-- Of the past: what was made at the enterprise of a hazard that the authority might change by a grant.
do $$
declare
  made text;
begin
  foreach made in array array['paper', 'inspection', 'object_grant', 'hazard'] loop
    execute format('alter table %I no force row level security', made);
  end loop;
  foreach made in array array['paper', 'inspection'] loop
    execute format('update %I m set by_grant = true where m.status <> ''WITHDRAWN'' and exists (
      select from object_grant g join hazard h on h.id = g.object_id
      where g.object_type = ''HAZARD'' and g.acts_from is not null and g.grantee = m.authority and h.enterprise_id = m.enterprise_id)', made);
    execute format('create trigger by_grant_stays before update of by_grant on %I for each row execute function ledger_stays(''{}'', ''{by_grant}'')',
      made);
  end loop;
  foreach made in array array['paper', 'inspection', 'object_grant', 'hazard'] loop
    execute format('alter table %I force row level security', made);
  end loop;
  execute format('create policy keeper on paper for select to %I using (true)', current_user);
end $$;
create index paper_by_grant on paper (authority, enterprise_id) where by_grant;
create index inspection_by_grant on inspection (authority, authority_division) where by_grant;

-- Code of the authority for which the caller acts: the department, else the government.
create function ledger_authority() returns text language sql stable as $$
  select coalesce(nullif(current_setting('ledger.department', true), ''), ledger_government())
$$;

create function ledger_made_by_grant(asked text) returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  with visited as (
    select i.id, i.enterprise_id from inspection i where i.by_grant and i.authority = ledger_authority()
    union select i.id, i.enterprise_id from inspection i where i.by_grant and i.authority_division = ledger_government()
  ), written as (
    select p.id, p.enterprise_id from paper p where p.by_grant and p.authority = ledger_authority()
  )
  select coalesce(array_agg(distinct m.id), '{}') from (
    select v.id from visited v where asked = 'INSPECTION'
    union all select w.id from written w where asked = 'PAPER'
    union all select v.enterprise_id from visited v where asked = 'ENTERPRISE'
    union all select w.enterprise_id from written w where asked = 'ENTERPRISE'
    union all select h.id from visited v join hazard h on h.inspection_id = v.id where asked = 'HAZARD') m
$$;
comment on function ledger_made_by_grant is
'What the caller''s authority made beyond its own place and trades, by what is asked for: INSPECTION (those of a government''s departments, too),
PAPER, the ENTERPRISEs of both, and each HAZARD that these visits found.';

-- Enterprises at which the caller begins something for a hazard that it handles by a grant; and those where a demand of its own waits for
-- its re-check, or a stop order for the work to be resumed: that is for who made it, whatever has become of the hazard.
create function ledger_handled_at() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct h.enterprise_id), '{}') from hazard h where h.open and h.id = any(ledger_granted('HAZARD', true))
$$;
create function ledger_demanded_at() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct p.enterprise_id), '{}') from paper p
  where p.by_grant and p.authority = ledger_authority() and p.status in ('SERVED', 'SIGNED', 'REFUSED')
    and case p.kind
      when 'STOP_ORDER' then p.resumed_at is null
      when 'RECHECK_OPINION' then false
      when 'HAZARD_NOTICE' then false
      else not coalesce((
        select not exists (select from paper_item i where i.paper_id = r.id and i.result is distinct from 'DONE')
        from paper r where r.about_id = p.id and r.status <> 'WITHDRAWN' order by r.issued_at desc, r.id desc limit 1), false) end
$$;
-- Whether a re-check of the caller's authority names this hazard because the paper that it is about does.
create function ledger_rechecks(given_paper uuid, given_hazard uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$
  select exists (select from paper p join paper_item about on about.paper_id = p.about_id
    where p.id = given_paper and p.authority = ledger_authority() and about.hazard_id = given_hazard)
$$;
revoke execute on function ledger_authority, ledger_made_by_grant, ledger_handled_at, ledger_demanded_at, ledger_rechecks from public;
do $$
begin
  execute format('grant execute on function ledger_authority, ledger_made_by_grant, ledger_handled_at, ledger_demanded_at, ledger_rechecks to %s',
    ledger_granted_tiers());
end $$;

create function ledger_share_made(shared regclass, asked text, key text, inserts boolean default false, updates boolean default false)
  returns void language plpgsql set search_path = pg_catalog, public as $$
declare
  made constant text := format('%I = any((select ledger_made_by_grant(%L))::uuid[])', key, asked);
begin
  perform ledger_require_columns(shared, key);
  execute format('create policy %I on %s for select to %s using (%s)', 'made_' || key, shared, ledger_granted_tiers(), made);
  if inserts then
    execute format('create policy %I on %s for insert to %s with check (%s)', 'made_' || key || '_add', shared, ledger_granted_tiers(), made);
  end if;
  if updates then
    execute format('create policy %I on %s for update to %s using (%s)', 'made_' || key || '_change', shared, ledger_granted_tiers(), made);
  end if;
end $$;
comment on function ledger_share_made is
'Shows the rows of a table to the authority that made something beyond its powers. asked: what of ledger_made_by_grant the key names.
inserts, updates: whether it may add and change such rows.';

drop policy handled_add on paper;
drop policy handled_add on inspection;
drop policy of_authority_read on paper;
drop policy of_authority_read on inspection;
drop policy of_authority_change on paper;
drop policy of_authority_change on inspection;
drop function ledger_share_handled;
create function ledger_share_handled(made regclass, asked text, only_if text, rechecks text) returns void
  language plpgsql set search_path = pg_catalog, public as $$
begin
  perform ledger_require_columns(made, 'authority', 'enterprise_id', 'by_grant');
  perform ledger_share_made(made, asked, 'id', updates => true);
  execute format('create policy handled_add on %s for insert to %s with check (by_grant and authority = (select ledger_authority()) and %s
    and (enterprise_id = any((select ledger_handled_at())::uuid[])
      or %s and enterprise_id = any((select ledger_demanded_at())::uuid[])))', made, ledger_granted_tiers(), only_if, rechecks);
end $$;
comment on function ledger_share_handled is
'Lets whoever handles a hazard by a grant make rows of its enterprise in the name of its authority (columns authority, enterprise_id, by_grant),
which sees and changes what it made, whatever is granted later. asked: what of ledger_made_by_grant the rows are. only_if: what must
hold of a new row beside; rechecks: of one that is made for a demand of the authority that stands there.';
revoke execute on function ledger_share_made, ledger_share_handled from public;

select ledger_share_handled('paper', 'PAPER', 'true', 'kind = ''RECHECK_OPINION'''),
  ledger_share_handled('inspection', 'INSPECTION', 'kind = ''ENFORCEMENT'' and source in (''RECHECK'', ''TRANSFERRED'')', 'source = ''RECHECK'''),
  ledger_share_made('enterprise', 'ENTERPRISE', 'id'),
  -- What such a visit finds is of its place; who found it reports it, shows it and reads on.
  ledger_share_made('hazard', 'INSPECTION', 'inspection_id', inserts => true),
  ledger_share_made('evidence', 'INSPECTION', 'inspection_id', inserts => true),
  ledger_share_made('evidence', 'HAZARD', 'hazard_id', inserts => true);

do $$
begin
  -- And contests once that it is none.
  execute format('create policy made_contest on hazard for update to %s
    using (reported_by = current_setting(''ledger.subject'', true) and status in (''REJECTED'', ''DUPLICATE'')
      and inspection_id = any((select ledger_made_by_grant(''INSPECTION''))::uuid[]))
    with check (reported_by = current_setting(''ledger.subject'', true) and status = ''REPORTED''
      and inspection_id = any((select ledger_made_by_grant(''INSPECTION''))::uuid[]))', ledger_granted_tiers());
end $$;
-- A re-check names the problems of the paper that it is about, whoever handles its hazards by now.
alter policy handled on paper_item with check (
  hazard_id = any((select ledger_granted('HAZARD', true))::uuid[])
  or ledger_rechecks(paper_id, hazard_id)
  or exists (select from paper p where p.id = paper_id and starts_with(p.division_code, current_setting(case
    when starts_with(current_setting('role'), 'ledger_city') then 'ledger.city'
    when starts_with(current_setting('role'), 'ledger_county') then 'ledger.county' else 'ledger.town' end))));

-- Words are looked up, beside the caller's place, in hazards that are granted, that a group's visits found, or one's own visits elsewhere.
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
      where searched_table = 'hazard'
        and s.object_id = any(ledger_granted('HAZARD') || ledger_granted_by_group('HAZARD') || ledger_made_by_grant('HAZARD'))
        and not starts_with(s.scope, searched_table || place)
        and not exists (select from unnest(folded) w where strpos(s.searched, w) = 0)
      limit most) else '{}' end;
end $$;
