-- What became due is found by whom it is addressed to, and by what it is about: a task and its hazard are one matter for whoever is told of them.
create index deadline_event_addressed_division on deadline_event (addressed_division, reached_at, id);
create index deadline_event_addressed_department on deadline_event (addressed_department, reached_at, id) where addressed_department is not null;

create function ledger_told_of(object_type text, object_id uuid, hazard_id uuid) returns uuid language sql immutable as $$
  select case when object_type in ('HAZARD', 'TASK') then coalesce(hazard_id, object_id) else object_id end
$$;
comment on function ledger_told_of is 'What a message is about: of a hazard and of its tasks the hazard, else the object itself.';
revoke execute on function ledger_told_of from public;
grant execute on function ledger_told_of to ledger_background;
create index deadline_event_told_of on deadline_event (ledger_told_of(object_type, object_id, hazard_id), recorded_at);

comment on table deadline_event is
'Rungs that clocks reached. caught_up: it came due by the time at which it was recorded together with a higher rung of its clock, or with
another one that asks the same people for the same object, so that nobody is asked for anything by it.';
