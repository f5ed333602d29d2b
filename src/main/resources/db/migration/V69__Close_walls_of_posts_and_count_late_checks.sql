-- Of a check that was missed and done after all: it stays missed, and that it was done late is told beside it.
alter table post_check add column late_count integer not null default 0,
  add constraint post_check_late_is_missed check (late_count between 0 and missed_count);

-- A worker steps a report up and moves on to the next period of a check: nothing else of either is the worker's to change.
revoke update on quick_report, post_check from ledger_worker;
grant update (version, escalated_at) on quick_report to ledger_worker;
grant update (version, due_from, due_until, missed_count, late_count) on post_check to ledger_worker;

-- Stepping up is its reporter's alone, once, while the answer is overdue. The minute is for clocks that differ.
create function ledger_step_up() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old.escalated_at is not null or old.status not in ('REPORTED', 'RECEIVED')
    or old.reporter_subject is distinct from current_setting('ledger.subject', true)
    or old.due_at > clock_timestamp() + interval '1 minute' then
    raise exception 'quick_report % is not stepped up by this caller in this state', old.id;
  end if;
  return new;
end $$;
revoke execute on function ledger_step_up from public;
create trigger steps_up before update of escalated_at on quick_report for each row
  when (new.escalated_at is distinct from old.escalated_at) execute function ledger_step_up();

-- Whoever reported it was told that it is none, or got no answer: from then on an authority closes it, not the enterprise.
alter table hazard add column left_to_authority boolean not null default false;
alter table hazard no force row level security;
alter table quick_report no force row level security;
update hazard h set left_to_authority = true from quick_report q
where q.hazard_id = h.id and (q.escalated_at is not null or q.status = 'DISMISSED');

-- What its sender added as an anonymous reporter: device, place and time of the picture would tell who that is.
alter table evidence add column unnamed boolean not null default false;
alter table evidence no force row level security;
update evidence e set unnamed = true from hazard h where h.id = e.hazard_id and h.anonymous and h.reported_by = e.uploaded_by;
alter table evidence force row level security;
alter table quick_report force row level security;
alter table hazard force row level security;
