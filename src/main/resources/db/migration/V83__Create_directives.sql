-- What a conference decides is handed out as a directive (会议交办、督办) and followed until each of its items is accepted. A directive
-- lies at the place of the office that issues it; an item lies at that of its lead, so that whoever answers for a place finds what is
-- owed there, and departments and co-units see their own items by policies of their own.
create table directive (
  like ledger_placed including all,
  office             text references department (code),
  conference         text not null,
  held_on            date not null,
  document_number    text,
  status             text not null check (status in ('DRAFT', 'ISSUED', 'COMPLETED', 'WITHDRAWN')),
  demands            jsonb,
  drafted_by         text not null,
  drafted_by_subject text not null,
  drafted_at         timestamptz not null,
  issued_by          text,
  issued_at          timestamptz,
  completed_at       timestamptz,
  withdrawn_by       text,
  withdrawn_at       timestamptz,
  withdrawal         text,
  check ((demands is null) = (issued_at is not null)),
  check (case status when 'DRAFT' then issued_at is null when 'WITHDRAWN' then withdrawn_at is not null else issued_at is not null end)
);
comment on column directive.office is 'The safety committee''s office that issues it; null for the leader''s office of the place.';
comment on column directive.demands is 'What its items are to say, as long as it is not issued.';

create table directive_item (
  like ledger_placed including all,
  directive_id        uuid not null references directive,
  number              integer not null check (number between 1 and 50),
  office_division     text not null references division (code),
  office              text references department (code),
  lead_department     text references department (code),
  co_units            text[] not null check (cardinality(co_units) <= 10),
  missing_co_units    text[] not null check (missing_co_units <@ co_units),
  responsible         text,
  responsible_post    text,
  demand              text not null,
  result              text not null,
  hazard_id           uuid references hazard,
  enterprise_id       uuid,
  campaign_id         uuid references campaign,
  status              text not null check (status in ('OPEN', 'ANSWERED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN')),
  open                boolean not null generated always as (status in ('OPEN', 'RETURNED')) stored,
  issued_at           timestamptz not null,
  due_at              timestamptz not null,
  deadline            jsonb not null,
  responded_at        timestamptz,
  answered_by         text,
  answered_by_subject text,
  answered_at         timestamptz,
  decided_by          text,
  decided_at          timestamptz,
  reason              text,
  unique (directive_id, number)
);

-- What each addressee answered; earlier answers stay.
create table directive_response (
  id                   uuid primary key,
  directive_item_id    uuid not null references directive_item,
  authority_division   text not null references division (code),
  authority_department text references department (code),
  leads                boolean not null,
  text                 text not null,
  document             text,
  evidence_id          uuid references evidence,
  responded_by         text not null,
  responded_at         timestamptz not null
);
create index directive_response_item on directive_response (directive_item_id, responded_at, id);
create trigger at_most after insert on directive_response for each row execute function ledger_at_most('directive_item_id', '100');

select ledger_secure('directive', writes => '{city,county}'),
  ledger_secure('directive_item', writes => '{city,county}', updates => '{town,city_department,county_department}'),
  ledger_secure_part('directive_response', 'directive_item', 'directive_item_id',
    inserts => '{city,county,town,city_department,county_department}'),
  ledger_index('directive', 'held_on'), ledger_index('directive_item', 'due_at'), ledger_index('directive_item', 'issued_at'),
  ledger_keep('directive', ended => '{COMPLETED,WITHDRAWN}', columns => '{division_code,office,drafted_by,drafted_by_subject,drafted_at}'),
  ledger_keep('directive_item', ended => '{ACCEPTED,WITHDRAWN}',
    columns => '{division_code,directive_id,number,office_division,office,lead_department,co_units,responsible,responsible_post,demand,result,hazard_id,enterprise_id,campaign_id,issued_at}'),
  ledger_record('directive', 'DIRECTIVE'), ledger_record('directive_item', 'DIRECTIVE_ITEM');
create trigger issued_stays before update on directive for each row when (old.issued_at is not null)
  execute function ledger_stays('{}', '{conference,held_on,document_number,demands,issued_by,issued_at}');

create index directive_item_directive on directive_item (directive_id, due_at, id);
create index directive_item_department on directive_item (lead_department, due_at, id);
create index directive_item_department_issued on directive_item (lead_department, issued_at, id);
create index directive_item_co_units on directive_item using gin (co_units);
create index directive_item_open on directive_item (city_code, county_code, due_at) where open;

-- A draft is its office's alone; one of a leader's office is the leader's who wrote it.
create policy not_before_the_issue on directive as restrictive to ledger_city, ledger_county, ledger_city_auditor, ledger_county_auditor
  using (issued_at is not null or office = nullif(current_setting('ledger.department', true), '')
    or office is null and drafted_by_subject = current_setting('ledger.subject', true));

-- Departments see what they lead. Co-units see the items in which they have a part, wherever the lead is; nobody becomes one by adding.
create policy lead_department on directive_item to ledger_city_department, ledger_county_department
  using (lead_department = nullif(current_setting('ledger.department', true), ''));
create policy co_unit on directive_item for select to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (nullif(current_setting('ledger.department', true), '') = any(co_units));
create policy co_unit_answers on directive_item for update to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (nullif(current_setting('ledger.department', true), '') = any(co_units));
create policy co_government on directive_item for select to ledger_county, ledger_town using (rpad(current_setting('ledger.town', true), 12, '0') = any(co_units));
create policy co_government_answers on directive_item for update to ledger_county, ledger_town using (rpad(current_setting('ledger.town', true), 12, '0') = any(co_units));

-- Whoever has an item reads the directive; items are made when it is issued.
create policy addressed on directive for select
  to ledger_county, ledger_town, ledger_city_department, ledger_county_department, ledger_county_auditor
  using (id = any(array(select i.directive_id from directive_item i)));

create policy of_directive_item on history_entry for insert to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  with check (object_type = 'DIRECTIVE_ITEM' and ledger_sees(object_type, object_id));
create policy of_directive_item on outbox_entry for insert to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  with check (object_type = 'DIRECTIVE_ITEM' and ledger_sees(object_type, object_id));

-- The lead answers, the office decides: whoever else sees an item moves it nowhere, against the program's own mistakes, too.
create function ledger_directive_item_moves() returns trigger language plpgsql as $$
declare
  mover constant text := case new.status when 'ANSWERED' then coalesce(old.lead_department, old.division_code)
    else coalesce(old.office, old.office_division) end;
begin
  if mover is distinct from nullif(current_setting('ledger.department', true), '') and mover is distinct from ledger_government() then
    raise exception 'directive_item % becomes % by % alone', old.id, new.status, mover;
  end if;
  return new;
end $$;
revoke execute on function ledger_directive_item_moves from public;
create trigger moves before update of status on directive_item for each row when (new.status is distinct from old.status)
  execute function ledger_directive_item_moves();

create function ledger_directive_items_open(day date) returns setof directive_item language sql stable as $$
  select i.* from directive_item i where i.open and i.due_at < ((day + 1)::timestamp at time zone 'Asia/Shanghai')
$$;
comment on function ledger_directive_items_open is
'Items of directives that are unanswered now though due on that day or before: outstanding problems of that day, as far as the caller sees
them. They lie at the place of their lead (division_code, lead_department). What its lead has answered is none, while it waits for the office.';
revoke execute on function ledger_directive_items_open from public;
do $$
begin
  execute format('grant execute on function ledger_directive_items_open to ledger_background, %s', ledger_tier_roles('{}'));
end $$;
