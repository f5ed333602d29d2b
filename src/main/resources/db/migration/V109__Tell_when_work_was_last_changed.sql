-- When a hazard, a task or a visit was last changed, for lists of what is new since then; and the key sector (重点行业) of its
-- enterprise when it was made, as its trade is kept, so that lists find it by an index. Triggers keep both, so that the program
-- before may go on writing while replicas are exchanged.
alter table hazard add updated_at timestamptz, add sector text references key_sector;
alter table rectification_task add updated_at timestamptz, add sector text references key_sector;
alter table inspection add updated_at timestamptz, add sector text references key_sector;

alter table enterprise no force row level security;
alter table history_entry no force row level security;
alter table hazard no force row level security, disable trigger user;
alter table rectification_task no force row level security, disable trigger user;
alter table inspection no force row level security, disable trigger user;
update hazard t set sector = (select e.sector from enterprise e where e.id = t.enterprise_id),
  updated_at = greatest(reported_at, closed_at, reopened_at, (select max(h.recorded_at) from history_entry h where h.object_id = t.id));
update rectification_task t set sector = (select e.sector from enterprise e where e.id = t.enterprise_id),
  updated_at = greatest(assigned_at, accepted_at, submitted_at, reviewed_at, (select max(h.recorded_at) from history_entry h where h.object_id = t.id));
update inspection t set sector = (select e.sector from enterprise e where e.id = t.enterprise_id),
  updated_at = greatest(planned_at, notified_at, started_at, signed_at, completed_at, approved_at, rated_at,
    (select max(h.recorded_at) from history_entry h where h.object_id = t.id));
alter table inspection enable trigger user, force row level security,
  alter updated_at set not null, alter updated_at set default ledger_moment();
alter table rectification_task enable trigger user, force row level security,
  alter updated_at set not null, alter updated_at set default ledger_moment();
alter table hazard enable trigger user, force row level security,
  alter updated_at set not null, alter updated_at set default ledger_moment();
alter table history_entry force row level security;
alter table enterprise force row level security;

-- Never back: a clock that is put back does not hide what was changed from who asks for what is new.
create function ledger_updated() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  new.updated_at := greatest(public.ledger_moment(), old.updated_at);
  return new;
end $$;
-- Whoever makes it for an enterprise sees the enterprise.
create function ledger_sector() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  new.sector := (select e.sector from enterprise e where e.id = new.enterprise_id);
  return new;
end $$;
revoke execute on function ledger_updated, ledger_sector from public;

-- The last by name, behind those that look at what is changed.
create trigger updated before update on hazard for each row execute function ledger_updated();
create trigger updated before update on rectification_task for each row execute function ledger_updated();
create trigger updated before update on inspection for each row execute function ledger_updated();
create trigger of_sector before insert on hazard for each row execute function ledger_sector();
create trigger of_sector before insert on rectification_task for each row execute function ledger_sector();
create trigger of_sector before insert on inspection for each row when (new.enterprise_id is not null) execute function ledger_sector();
