-- Papers tell the enterprise how often the authority checked it so far in the year, and that it may ask for the recusal of officers
-- (basic forms of administrative inspection of the Ministry of Justice, 2025-05-08). Papers from before tell neither.
alter table paper_form add column rights text;
alter table paper
  add column rights text,
  add column checks_so_far integer check (checks_so_far >= 0);
create trigger rights_stay before update of rights, checks_so_far on paper
  for each row execute function ledger_stays('{}', '{rights,checks_so_far}');

-- Of the whole year and whoever asks: a visitor does not see all of an authority's visits.
create function ledger_checks_so_far(given_authority text, given_enterprise uuid, given_day date) returns integer
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::integer from inspection i
  where i.enterprise_id = given_enterprise and i.authority = given_authority and i.kind = 'ENFORCEMENT' and i.started_at is not null
    and i.planned_on between date_trunc('year', given_day)::date and given_day
$$;
comment on function ledger_checks_so_far is
'How many enforcement visits an authority began at an enterprise in the year of a day and until it, exempt ones with them.';
revoke execute on function ledger_checks_so_far from public;
grant execute on function ledger_checks_so_far to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department;
