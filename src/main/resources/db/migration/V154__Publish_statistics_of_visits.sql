-- Authorities publish what they visited in a year (行政检查年度统计): the figures of an edition stay, and a correction is another one.
create table visit_edition (
  like ledger_placed including all,
  status       text not null default 'PUBLISHED' check (status = 'PUBLISHED'),
  year         integer not null,
  number       integer not null check (number > 0),
  figures      jsonb not null,
  publication  text not null,
  reason       text,
  published_by text not null,
  published_at timestamptz not null,
  unique (division_code, year, number),
  check ((number = 1) = (reason is null))
);
select ledger_secure('visit_edition', departments => 'PLACE', inserts => '{city,county}'),
  ledger_index('visit_edition', 'published_at'),
  ledger_keep('visit_edition', ended => '{PUBLISHED}'),
  ledger_record('visit_edition', 'VISIT_EDITION');

-- It is public: the authorities below and the managers of the area's enterprises read it, too.
create policy published on visit_edition for select
  to ledger_county, ledger_town, ledger_county_department, ledger_county_auditor, ledger_enterprise
  using (division_code = any(string_to_array(current_setting('ledger.ancestors', true), ',')));
