-- A search compares what a reader takes for the same: full-width and half-width, large and small letters (NFKC, case
-- folded). Rows that have a text are found by the pairs of characters in it, where PostgreSQL may use an index: it never
-- puts a text operator before a row policy, so the pairs stand in a table of their own, which only one function reads.
create function ledger_folded(given text) returns text language sql immutable strict parallel safe
  return casefold(normalize(given, nfkc) collate pg_unicode_fast);

create function ledger_pairs(scope text, texts text[]) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  pairs text[] := '{}';
  t text;
begin
  foreach t in array texts loop
    for i in 1 .. length(t) - 1 loop
      pairs := pairs || (scope || substr(t, i, 2));
    end loop;
  end loop;
  return pairs;
end $$;

-- The scope is the table's name with the county, so that a pair is looked up in one county at a time.
create table searched_text (
  object_id uuid primary key,
  scope     text not null,
  searched  text not null
);
alter table searched_text enable row level security;
alter table searched_text force row level security;
do $$
begin
  execute format('create policy keeper on searched_text to %I using (true) with check (true)', current_user);
end $$;
grant select on searched_text to ${app_role};

create function keep_searched_text() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into searched_text values (new.id, tg_table_name || new.county_code, new.searched)
  on conflict (object_id) do update set scope = excluded.scope, searched = excluded.searched;
  return null;
end $$;
revoke execute on function keep_searched_text() from public;

-- Ids of rows of the table that have all the words, at most so many, from the caller's city or county. It only narrows:
-- which of them the caller sees is for the table's own policies to tell. Null where every word is too short, and for the
-- tiers of an enterprise, whose own lists are short.
create function ledger_search(searched_table text, words text[], most integer) returns uuid[]
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
    limit most);
end $$;

do $$
declare
  searched constant text[][] := array[['hazard', 'title'], ['enterprise', 'name'], ['person', 'name']];
  t        text[];
begin
  foreach t slice 1 in array searched loop
    execute format('alter table %I add column searched text not null generated always as (ledger_folded(%I)) stored', t[1], t[2]);
    execute format('alter table %I no force row level security', t[1]);
    execute format('insert into searched_text select id, %L || county_code, searched from %I', t[1], t[1]);
    execute format('alter table %I force row level security', t[1]);
    execute format('create trigger searched after insert or update of %I, division_code on %I
      for each row execute function keep_searched_text()', t[2], t[1]);
  end loop;
end $$;

-- What waits to be put into the index is read by every search, and so is little.
create index searched_text_pairs on searched_text using gin (ledger_pairs(scope, array[searched]))
  with (gin_pending_list_limit = 256);

-- The lists have what is searched in the place of the title.
drop index hazard_city_all_due;
drop index hazard_county_all_due;
drop index hazard_town_all_due;
create index hazard_city_all_due on hazard (city_code, due_at, id) include (searched);
create index hazard_county_all_due on hazard (county_code, due_at, id) include (searched);
create index hazard_town_all_due on hazard (town_code, due_at, id) include (searched);
