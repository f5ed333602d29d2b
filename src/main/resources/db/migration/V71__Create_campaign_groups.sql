-- Groups of officers of several authorities go to the places of a campaign (联合检查组): each member has a dated grant of the group,
-- and by it sees the campaign's visits at the group's places and what they found, from the group's first day to its last and never
-- longer than the campaign runs.
create table campaign_group (
  like ledger_placed including all,
  campaign_id      uuid not null references campaign,
  name             text not null,
  status           text not null check (status in ('FORMED', 'ENDED')),
  starts_on        date not null,
  ends_on          date not null check (ends_on >= starts_on),
  target_divisions text[] not null check (cardinality(target_divisions) > 0)
    constraint campaign_group_target_divisions_at_most check (cardinality(target_divisions) <= 200),
  target_counties  text[] not null,
  formed_by        text not null,
  formed_at        timestamptz not null,
  ended_by         text,
  ended_at         timestamptz,
  end_reason       text,
  check ((status = 'ENDED') = (ended_at is not null))
);
create table campaign_group_member (
  id              uuid primary key,
  group_id        uuid not null references campaign_group,
  person_id       uuid not null references person,
  name            text not null,
  subject         text not null,
  title           text not null,
  division_code   text not null references division (code),
  department_code text references department (code),
  leads           boolean not null,
  joined_at       timestamptz not null,
  left_at         timestamptz check (left_at >= joined_at)
);
create index campaign_group_member_group on campaign_group_member (group_id, joined_at, id);
-- Nobody is in a group twice at once, and it has one leader.
create unique index campaign_group_member_once on campaign_group_member (group_id, person_id) where left_at is null;
create unique index campaign_group_leader on campaign_group_member (group_id) where leads and left_at is null;
create trigger at_most after insert on campaign_group_member for each row execute function ledger_at_most('group_id', '200');

create function ledger_membership_stays() returns trigger language plpgsql as $$
begin
  if old.left_at is not null or to_jsonb(old) - 'left_at' <> to_jsonb(new) - 'left_at' then
    raise exception 'Membership % stays: it only ends', old.id;
  end if;
  return new;
end $$;
revoke execute on function ledger_membership_stays from public;
create trigger stays before update on campaign_group_member for each row execute function ledger_membership_stays();

select ledger_secure('campaign_group', departments => 'PLACE', writes => '{city,county}'),
  ledger_secure_part('campaign_group_member', 'campaign_group', 'group_id', writes => '{city,county}'),
  ledger_index('campaign_group', 'starts_on'),
  ledger_keep('campaign_group', ended => '{ENDED}',
    columns => '{division_code,campaign_id,name,starts_on,ends_on,target_divisions,target_counties,formed_by,formed_at}'),
  ledger_record('campaign_group', 'CAMPAIGN_GROUP');
create index campaign_group_campaign on campaign_group (campaign_id, starts_on, id);
-- Only whose group it is changes its members: members see it, too.
create policy of_its_authority_add on campaign_group_member as restrictive for insert to ledger_city, ledger_county
  with check (exists (select from campaign_group g where g.id = group_id and g.division_code = (select ledger_government())));
create policy of_its_authority_change on campaign_group_member as restrictive for update to ledger_city, ledger_county
  using (exists (select from campaign_group g where g.id = group_id and g.division_code = (select ledger_government())));

-- The counties to which a group goes know of it.
create policy targeted on campaign_group for select to ledger_county, ledger_town, ledger_county_department, ledger_county_auditor
  using (current_setting('ledger.county', true) = any(target_counties));

create policy of_campaign_group on object_grant for insert to ledger_city, ledger_county
  with check (object_type = 'CAMPAIGN_GROUP' and exists (
    select from campaign_group g where g.id = object_id and g.division_code = (select ledger_government())));
create policy of_campaign_group_change on object_grant for update to ledger_city, ledger_county
  using (object_type = 'CAMPAIGN_GROUP' and exists (
    select from campaign_group g where g.id = object_id and g.division_code = (select ledger_government())));
-- Members see the group, too, and grant nobody.
create policy of_campaign_group_alone on object_grant as restrictive for insert
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department
  with check (object_type <> 'CAMPAIGN_GROUP' or exists (
    select from campaign_group g where g.id = object_id and g.division_code = (select ledger_government())));
create policy of_campaign_group_alone_change on object_grant as restrictive for update
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (object_type <> 'CAMPAIGN_GROUP' or exists (
    select from campaign_group g where g.id = object_id and g.division_code = (select ledger_government())));
-- For who was a member, which the end of a membership looks for.
create policy of_campaign_group_read on object_grant for select to ledger_city, ledger_county
  using (object_type = 'CAMPAIGN_GROUP' and exists (
    select from campaign_group g where g.id = object_id and g.division_code = (select ledger_government())));

-- A campaign that did not run when a member was taken in, or that ends before the grant, makes no grant.
create function ledger_group_grant_fits() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.ends_at is null or not exists (
      select from campaign_group g join campaign c on c.id = g.campaign_id
      where g.id = new.object_id and g.status = 'FORMED' and c.status not in ('DRAFT', 'ARCHIVED')
        and new.ends_at <= (least(g.ends_on, c.ends_on) + 1)::timestamp at time zone 'Asia/Shanghai') then
    raise exception 'Grant % outlives its campaign or its group', new.id;
  end if;
  return new;
end $$;
revoke execute on function ledger_group_grant_fits from public;
create trigger group_grant_fits before insert on object_grant for each row when (new.object_type = 'CAMPAIGN_GROUP')
  execute function ledger_group_grant_fits();

do $$
begin
  execute format('create policy keeper on campaign for select to %I using (true)', current_user);
  execute format('create policy keeper on campaign_group for select to %I using (true)', current_user);
  execute format('create policy keeper_of_groups on hazard for select to %I using (true)', current_user);
end $$;

create function ledger_granted_by_group(asked text) returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, public as $$
declare
  given constant uuid[] := ledger_granted('CAMPAIGN_GROUP');
begin
  if given = '{}' then
    return given;
  end if;
  return coalesce((
    with live as (
      select g.* from campaign_group g join campaign c on c.id = g.campaign_id
      where g.id = any(given) and g.status = 'FORMED' and c.status not in ('DRAFT', 'ARCHIVED')
        and ledger_today() between greatest(g.starts_on, c.starts_on) and least(g.ends_on, c.ends_on)
    ), visited as (
      select i.id, i.enterprise_id from live g join inspection i on i.campaign_id = g.campaign_id
      where asked not in ('CAMPAIGN', 'CAMPAIGN_GROUP') and i.kind in ('ENFORCEMENT', 'ASSISTANCE')
        and g.target_divisions && array[i.town_code || '000', i.county_code || '000000', i.city_code || '00000000']
    )
    select array_agg(distinct r.id) from (
      select l.id from live l where asked = 'CAMPAIGN_GROUP'
      union all select l.campaign_id from live l where asked = 'CAMPAIGN'
      union all select v.id from visited v where asked = 'INSPECTION'
      union all select v.enterprise_id from visited v where asked = 'ENTERPRISE'
      union all select h.id from visited v join hazard h on h.inspection_id = v.id where asked = 'HAZARD'
      union all select o.person_id from visited v join inspection_officer o on o.inspection_id = v.id where asked = 'PERSON') r), '{}');
end $$;
comment on function ledger_granted_by_group is
'What the caller sees today as a member of groups of campaigns, by what is asked for: CAMPAIGN_GROUP, CAMPAIGN, INSPECTION, the ENTERPRISEs that
these visit, each HAZARD that they found, and as PERSON their officers.';
revoke execute on function ledger_granted_by_group from public;

create function ledger_share_by_group(shared regclass, asked text, key text, inserts boolean default false) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  seen constant text := format('%I = any((select ledger_granted_by_group(%L))::uuid[])', key, asked);
begin
  perform ledger_require_columns(shared, key);
  execute format('create policy %I on %s for select to %s using (%s)', 'granted_group_' || key, shared, ledger_granted_tiers(), seen);
  if inserts then
    execute format('create policy %I on %s for insert to %s with check (%s)', 'granted_group_' || key || '_add', shared,
      ledger_granted_tiers(), seen);
  end if;
end $$;
comment on function ledger_share_by_group is
'Shows the rows of a table to members of campaigns'' groups. asked: what of ledger_granted_by_group the key names. inserts: whether
members may add such rows.';
revoke execute on function ledger_share_by_group from public;

do $$
begin
  execute format('grant execute on function ledger_granted_by_group to %s', ledger_granted_tiers());
end $$;
select ledger_share_by_group('campaign', 'CAMPAIGN', 'id'),
  ledger_share_by_group('campaign_group', 'CAMPAIGN_GROUP', 'id'),
  ledger_share_by_group('inspection', 'INSPECTION', 'id'),
  ledger_share_by_group('enterprise', 'ENTERPRISE', 'id'),
  ledger_share_by_group('person', 'PERSON', 'id'),
  ledger_share_by_group('hazard', 'INSPECTION', 'inspection_id', inserts => true),
  ledger_share_by_group('evidence', 'INSPECTION', 'inspection_id', inserts => true),
  ledger_share_by_group('evidence', 'HAZARD', 'hazard_id', inserts => true);
-- From its start on: who makes a visit ready, or calls it off, is its authority.
do $$
begin
  execute format('create policy granted_group_change on inspection for update to %s
    using (id = any((select ledger_granted_by_group(''INSPECTION''))::uuid[]))
    with check (id = any((select ledger_granted_by_group(''INSPECTION''))::uuid[]) and started_at is not null)', ledger_granted_tiers());
end $$;

-- Words are looked up in the caller's place, among the hazards that are granted, and among those that a group's visits found.
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
      where searched_table = 'hazard' and s.object_id = any(ledger_granted('HAZARD') || ledger_granted_by_group('HAZARD'))
        and not starts_with(s.scope, searched_table || place)
        and not exists (select from unnest(folded) w where strpos(s.searched, w) = 0)
      limit most) else '{}' end;
end $$;
