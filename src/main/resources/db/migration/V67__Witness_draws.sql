-- The public half of a draw's seed is written down by somebody else than who announced it and knows the secret half, before that
-- is told; who withdraws an announcement, and when, stays to be seen.
do $$
declare
  announced text;
  replaced  text;
begin
  foreach announced in array array['draw', 'look_back'] loop
    execute format($table$
      alter table %I
        add column announced_by_subject text not null default '',
        add column value_read_from text,
        add column witnessed_by text,
        add column witnessed_by_subject text,
        add column witnessed_at timestamptz,
        add column cancelled_by text,
        add column cancelled_at timestamptz$table$, announced);
    for replaced in
      select conname from pg_constraint
      where conrelid = announced::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%public_value%'
    loop
      execute format('alter table %I drop constraint %I', announced, replaced);
    end loop;
    execute format($table$
      alter table %I
        alter column announced_by_subject drop default,
        add check ((seed is null) = (drawn_at is null)),
        add check (drawn_at is null or public_value is not null),
        add check (witnessed_at is null or num_nulls(public_value, value_read_from, witnessed_by, witnessed_by_subject) = 0)$table$, announced);
    -- Of several open announcements the one that pleases could be drawn.
    execute format('create unique index %I on %I (authority) where status = ''ANNOUNCED''', announced || '_open', announced);
  end loop;
end $$;

create function ledger_witnessed_stays() returns trigger language plpgsql as $$
begin
  if new.announced_by_subject is distinct from old.announced_by_subject
      or old.witnessed_at is not null
      and (new.public_value, new.value_read_from, new.witnessed_by, new.witnessed_by_subject, new.witnessed_at)
        is distinct from (old.public_value, old.value_read_from, old.witnessed_by, old.witnessed_by_subject, old.witnessed_at) then
    raise exception 'What was written down of % stays', old.id;
  end if;
  return new;
end $$;
create trigger witnessed_stays before update on draw for each row execute function ledger_witnessed_stays();
create trigger witnessed_stays before update on look_back for each row execute function ledger_witnessed_stays();

-- Who went instead of a drawn officer, and why an enterprise was not visited as it was drawn.
alter table drawn_visit
  add column substitutes jsonb not null default '[]',
  add column unvisited_reason text,
  add column explained_by text,
  add column explained_at timestamptz,
  add check (num_nulls(unvisited_reason, explained_by, explained_at) in (0, 3));

create index inspection_officer_excluded on inspection_officer (person_id, inspection_id) where exclusion is not null;
