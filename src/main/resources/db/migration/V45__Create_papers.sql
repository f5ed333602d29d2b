-- The forms of official papers: title, how numbers abbreviate it, on which law such a paper stands, and how it can be contested.
create table paper_form (
  kind         text primary key check (kind in ('HAZARD_NOTICE', 'INSTRUCTION', 'ON_SITE_MEASURE', 'STOP_ORDER', 'RECHECK_OPINION')),
  title        text not null,
  title_en     text,
  abbreviation text not null,
  legal_basis  text not null,
  remedy       text,
  evidence     text not null
);

create table paper (
  like ledger_placed including all,
  like ledger_traded including all,
  kind                 text not null references paper_form,
  status               text not null check (status in ('ISSUED', 'SERVED', 'SIGNED', 'REFUSED', 'WITHDRAWN')),
  number               text not null unique,
  addressee            text not null,
  credit_code          text not null,
  authority            text not null,
  inspection_id        uuid references inspection,
  about_id             uuid references paper,
  legal_basis          text not null,
  remedy               text,
  remark               text,
  officers             jsonb not null,
  issued_by            text not null,
  issued_by_subject    text not null,
  issued_at            timestamptz not null,
  service_kind         text check (service_kind in ('DIRECT', 'LEFT', 'MAIL', 'ELECTRONIC', 'ENTRUSTED', 'PUBLIC_NOTICE')),
  served_at            timestamptz,
  device_served_at     timestamptz,
  served_by            text,
  receiver             text,
  service_note         text,
  proof_id             uuid references evidence,
  due_at               timestamptz,
  deadline             jsonb,
  receipt_signed_by    text,
  receipt_signed_at    timestamptz,
  refusal              text,
  withdrawal_reason    text,
  resumed_by           text,
  resumed_at           timestamptz,
  check ((about_id is not null) = (kind = 'RECHECK_OPINION'))
);

create table paper_item (
  id         uuid primary key,
  paper_id   uuid not null references paper,
  number     integer not null check (number between 1 and 50),
  hazard_id  uuid references hazard,
  problem    text not null,
  place      text,
  grade      text check (grade in ('GENERAL', 'MAJOR')),
  clause     text,
  demand     text,
  due_at     timestamptz,
  result     text check (result in ('DONE', 'PARTLY', 'NOT_DONE')),
  note       text,
  unique (paper_id, number)
);
create trigger at_most after insert on paper_item for each row execute function ledger_at_most('paper_id', '50');
create index paper_item_hazard on paper_item (hazard_id) where hazard_id is not null;
create index paper_inspection on paper (inspection_id, issued_at, id) where inspection_id is not null;
-- Papers whose receipt is due are few.
create index paper_city_due on paper (city_code, issued_at, id) where due_at is not null;
create index paper_county_due on paper (county_code, issued_at, id) where due_at is not null;
create index paper_town_due on paper (town_code, issued_at, id) where due_at is not null;
create index paper_about on paper (about_id, issued_at, id) where about_id is not null;

-- The next number of an authority's papers of a kind in a year; whoever takes one holds the others back until the commit.
create table paper_serial (
  authority text not null,
  kind      text not null,
  year      integer not null,
  last      integer not null,
  primary key (authority, kind, year)
);
create function ledger_next_paper(given_authority text, given_kind text, given_year integer) returns integer
  language sql security definer set search_path = pg_catalog, public as $$
  insert into paper_serial as s values (given_authority, given_kind, given_year, 1)
  on conflict (authority, kind, year) do update set last = s.last + 1 returning last
$$;
revoke execute on function ledger_next_paper from public;
grant execute on function ledger_next_paper to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department;
alter table paper_serial enable row level security, force row level security;
do $$
begin
  execute format('create policy keeper on paper_serial to %I using (true) with check (true)', current_user);
end $$;
grant select on paper_serial to ${app_role};

select ledger_open('paper_form'),
  ledger_secure('paper', departments => 'POWERS', integrations => 'READ',
    writes => '{city,county,town,city_department,county_department}', updates => '{enterprise}'),
  ledger_secure_own('paper', 'all', '{enterprise}', only_if => 'served_at is not null'),
  ledger_secure_part('paper_item', 'paper', 'paper_id', inserts => '{city,county,town,city_department,county_department}'),
  ledger_index('paper', 'issued_at'),
  ledger_keep('paper', ended => '{WITHDRAWN}',
    columns => '{division_code,enterprise_id,industry_code,matter,kind,number,addressee,credit_code,authority,inspection_id,about_id,legal_basis,remedy,remark,officers,issued_by,issued_by_subject,issued_at}'),
  ledger_record('paper', 'PAPER');
