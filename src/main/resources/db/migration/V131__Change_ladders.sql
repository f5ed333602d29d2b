-- Ladders are changed by decisions, as rules are: a row of ladder_change ends the rungs that held and begins the next ones. Nobody else changes
-- them but the files that are loaded, which leave alone what a decision has ended.
create table ladder_change (
  like ledger_placed including all,
  status          text not null default 'DECIDED' check (status in ('DECIDED', 'WITHDRAWN')),
  subject         text check (subject ~ '^[A-Z0-9_]{1,64}$'),
  valid_from      date not null,
  document        text not null,
  document_number text not null,
  reason          text not null,
  rungs           jsonb not null,
  codes           text[] not null check (cardinality(codes) between 1 and 10),
  former_codes    text[] not null,
  former_ends     date[],
  changed_at      timestamptz not null,
  changed_by      text not null,
  withdrawn_at    timestamptz,
  withdrawn_by    text,
  withdrawal_reason text check ((withdrawal_reason is null) = (status = 'DECIDED')),
  taken_up_at     timestamptz
);
comment on column ladder_change.subject is 'Whose ladder it is; null for the ladder of all that have none of their own.';
comment on column ladder_change.former_ends is 'When the rungs of former_codes were to end, one by one; filled by the database.';
comment on column ladder_change.taken_up_at is 'When the engine had all running clocks go by it, or by what was before where it was withdrawn; null before.';
create unique index ladder_change_from on ladder_change (subject, valid_from) nulls not distinct where status = 'DECIDED';
create index ladder_change_to_be_taken_up on ladder_change (valid_from) where taken_up_at is null;
select ledger_secure('ladder_change', inserts => '{city}'), ledger_index('ladder_change', 'changed_at'),
  ledger_keep('ladder_change',
    columns => '{subject,valid_from,document,document_number,reason,rungs,codes,former_codes,former_ends,changed_at,changed_by}'),
  ledger_record('ladder_change', 'LADDER_CHANGE');
grant update (status, version, withdrawn_at, withdrawn_by, withdrawal_reason) on ladder_change to ledger_city;

-- The ladders of a city are the ladders of everybody in it.
create policy in_its_area on ladder_change for select
  to ledger_county, ledger_town, ledger_city_department, ledger_county_department, ledger_enterprise, ledger_worker,
    ledger_city_integration, ledger_county_integration, ledger_county_auditor
  using (division_code = any(string_to_array(current_setting('ledger.ancestors', true), ',')));
do $$
begin
  execute format('create policy keeper on ladder_change for select to %I using (true)', current_user);
end $$;

create function ledger_change_ladder() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  new.former_ends := array(select r.valid_to from unnest(new.former_codes) with ordinality f(code, place)
    left join escalation_rule r on r.code = f.code order by f.place);
  update escalation_rule set valid_to = new.valid_from - 1 where code = any(new.former_codes);
  insert into escalation_rule (code, subject, rung, amount, unit, action, addressee, level, source, evidence, note, valid_from)
  select new.codes[r.number], new.subject, r.number, r.amount, r.unit, r.action, r.addressee, r.level,
    new.document || '（' || new.document_number || '）', 'READ', new.reason, new.valid_from
  from jsonb_to_recordset(new.rungs) r(number integer, amount integer, unit text, action text, addressee text, level text);
  return new;
end $$;
revoke execute on function ledger_change_ladder from public;
-- Before the row is there: what it ends may still be ended.
create trigger carries_out before insert on ladder_change for each row execute function ledger_change_ladder();

create function ledger_take_ladder_back() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.valid_from <= ledger_today() then
    raise exception 'ladder % holds already', new.codes[1];
  end if;
  delete from escalation_rule where code = any(new.codes);
  update escalation_rule r set valid_to = f.ended from unnest(new.former_codes, new.former_ends) f(code, ended) where r.code = f.code;
  return null;
end $$;
revoke execute on function ledger_take_ladder_back from public;
create trigger takes_back after update of status on ladder_change for each row
  when (new.status = 'WITHDRAWN' and old.status = 'DECIDED') execute function ledger_take_ladder_back();

create function ledger_rung_stays_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from ladder_change where old.code = any(former_codes) and status = 'DECIDED') then
    new.valid_to := old.valid_to;
  end if;
  return new;
end $$;
revoke execute on function ledger_rung_stays_ended from public;
create trigger stays_ended before update on escalation_rule for each row execute function ledger_rung_stays_ended();

-- Of one ladder one rung holds at a time at each place and at each moment, whoever writes it; asked at the end, so that one may end where
-- another begins.
create function ledger_rungs_apart() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  other text;
begin
  select o.code into other from escalation_rule n join escalation_rule o on o.subject is not distinct from n.subject and o.code <> n.code
    and (o.rung = n.rung or (o.amount, o.unit) = (n.amount, n.unit))
    and daterange(o.valid_from, o.valid_to, '[]') && daterange(n.valid_from, n.valid_to, '[]')
  where n.code = new.code limit 1;
  if other is not null then
    raise exception 'Rungs % and % of one ladder would be valid at the same time', new.code, other;
  end if;
  return null;
end $$;
revoke execute on function ledger_rungs_apart from public;
create constraint trigger apart after insert or update on escalation_rule deferrable initially deferred for each row
  execute function ledger_rungs_apart();

-- What became due is unique by clock, end and rule: of two ladders that hold one after the other each has a first rung.
alter table deadline_event add column rule text;
update deadline_event e set rule = coalesce((
  select r.code from deadline_clock c join escalation_rule r on r.rung = e.rung and (r.subject = e.subject or r.subject is null)
    and r.valid_from <= (c.started_at at time zone 'Asia/Shanghai')::date
    and coalesce(r.valid_to, 'infinity') >= (c.started_at at time zone 'Asia/Shanghai')::date
  where c.id = e.deadline_clock_id order by r.subject nulls last limit 1), 'RUNG_' || e.rung);
alter table deadline_event
  alter column rule set not null,
  drop constraint deadline_event_deadline_clock_id_rung_due_at_key,
  add constraint deadline_event_once unique (deadline_clock_id, rule, due_at);
comment on column deadline_event.rule is 'Code of the rung''s rule; RUNG_ with its number where that was not kept.';
