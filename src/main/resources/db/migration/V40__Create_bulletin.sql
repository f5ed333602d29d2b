create table bulletin (
  like ledger_placed including all,
  kind            text not null,
  status          text not null check (status in ('DRAFT', 'SIGNED', 'PUBLISHED')),
  title           text not null,
  body            text not null,
  document_number text,
  figures         jsonb not null,
  addressees      text[] not null,
  for_enterprises boolean not null,
  authors         text[] not null,
  drafted_by      text not null,
  drafted_at      timestamptz not null,
  signed_by       text,
  signed_at       timestamptz,
  published_at    timestamptz,
  foreign key (division_code) references division (code)
);

create table bulletin_delivery (
  like ledger_placed including all,
  bulletin_id     uuid not null references bulletin,
  department_code text references department (code),
  status          text not null check (status in ('SENT', 'RECEIVED', 'ANSWERED')),
  sent_at         timestamptz not null,
  due_at          timestamptz,
  deadline        jsonb,
  received_at     timestamptz,
  received_by     text,
  answered_at     timestamptz,
  answered_by     text,
  feedback        text,
  foreign key (division_code) references division (code),
  unique nulls not distinct (bulletin_id, division_code, department_code)
);

create index bulletin_city on bulletin (city_code, drafted_at, id);
create index bulletin_county on bulletin (county_code, drafted_at, id);
create index bulletin_town on bulletin (town_code, drafted_at, id);
create index bulletin_division on bulletin (division_code, drafted_at, id);
create index bulletin_delivery_city on bulletin_delivery (city_code, sent_at, id);
create index bulletin_delivery_county on bulletin_delivery (county_code, sent_at, id);
create index bulletin_delivery_town on bulletin_delivery (town_code, sent_at, id);
create index bulletin_delivery_department on bulletin_delivery (department_code, sent_at, id);

select ledger_secure('bulletin', integrations => 'READ', writes => '{city,county}'),
  ledger_secure('bulletin_delivery', integrations => 'READ', inserts => '{city,county}',
    updates => '{city,county,town,city_department,county_department}'),
  ledger_record('bulletin', 'BULLETIN'), ledger_record('bulletin_delivery', 'DELIVERY');

create policy addressed on bulletin_delivery to ledger_city_department, ledger_county_department
  using (department_code = nullif(current_setting('ledger.department', true), ''));

-- Whoever has a delivery reads the bulletin; deliveries are made when it is published.
create policy delivered on bulletin for select
  to ledger_county, ledger_town, ledger_city_department, ledger_county_department, ledger_county_integration, ledger_county_auditor
  using (exists (select from bulletin_delivery d where d.bulletin_id = bulletin.id));
create policy for_enterprises on bulletin for select to ledger_enterprise, ledger_worker
  using (for_enterprises and status = 'PUBLISHED'
    and division_code = any(string_to_array(current_setting('ledger.ancestors', true), ',')));

-- A department's addressee writes what happened to what it was sent, though that is of no trade and of no matter.
create policy of_delivery on history_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'DELIVERY' and ledger_sees(object_type, object_id));
create policy of_delivery on outbox_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'DELIVERY' and ledger_sees(object_type, object_id));

-- What was signed is what was read, and what was published stays: against the program's own mistakes, too.
create function ledger_bulletin_stays() returns trigger language plpgsql as $$
begin
  if old.status = 'PUBLISHED' then
    raise exception 'Bulletin % is published: nothing of it changes any more', old.id;
  end if;
  if new.status <> 'DRAFT' and (new.title, new.body, new.figures, new.addressees, new.authors)
      is distinct from (old.title, old.body, old.figures, old.addressees, old.authors) then
    raise exception 'Bulletin % is signed or published as it was drafted', old.id;
  end if;
  return new;
end $$;
create trigger bulletin_stays before update on bulletin for each row execute function ledger_bulletin_stays();

create function ledger_delivery_stays() returns trigger language plpgsql as $$
begin
  if old.status = 'ANSWERED' or (old.received_at, old.received_by) is distinct from (new.received_at, new.received_by)
      and old.received_at is not null or new.bulletin_id <> old.bulletin_id then
    raise exception 'What was received or answered of delivery % stays', old.id;
  end if;
  return new;
end $$;
create trigger bulletin_delivery_stays before update on bulletin_delivery for each row execute function ledger_delivery_stays();
