-- While replicas are exchanged one by one, the program before still reads and writes whether the city graded.
alter table hazard add column graded_by_city boolean not null default false;
create function ledger_graded() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' and new.graded_level is null or tg_op = 'UPDATE' and new.graded_level is not distinct from old.graded_level then
    if new.graded_by_city and new.graded_level is distinct from 'CITY' then
      new.graded_level := 'CITY';
    elsif tg_op = 'UPDATE' and old.graded_by_city and not new.graded_by_city then
      new.graded_level := null;
    end if;
  else
    new.graded_by_city := coalesce(new.graded_level = 'CITY', false);
  end if;
  return new;
end $$;
revoke execute on function ledger_graded from public;
alter table hazard no force row level security;
update hazard set graded_by_city = true where graded_level = 'CITY';
alter table hazard force row level security;
create trigger graded before insert or update of graded_level, graded_by_city on hazard for each row execute function ledger_graded();
