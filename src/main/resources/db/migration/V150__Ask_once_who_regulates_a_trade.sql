-- Whether a department regulates a trade or venue was asked of each enterprise, though one answer holds for all of a county that have the same:
-- a condition above a distinct or a group is moved below it, so that what is to be asked of each group is kept first.
create or replace function ledger_unregulated(place text, industry text, venue text) returns bigint language sql stable as $$
  with kinds as materialized (
    select e.industry_code, count(*) enterprises from enterprise e
    where venue is null and e.county_code = left(place, 6) and e.industry_section = left(industry, 1)
      and e.industry_division = left(industry, 3) and e.industry_code = industry and e.venue_type is null and e.status <> 'CLOSED'
    group by e.industry_code
    union all
    select e.industry_code, count(*) from enterprise e
    where e.county_code = left(place, 6) and e.venue_type = venue and e.status <> 'CLOSED'
    group by e.industry_code
  )
  select coalesce(sum(k.enterprises), 0)::bigint from kinds k where not ledger_regulated(place, k.industry_code, venue, ledger_today())
$$;

create or replace function ledger_enter_undetermined() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into undetermined_regulator (id, division_code, version, industry_code, venue_type, entered_at)
  with trade as materialized (
    select distinct county_code || '000000' place, venue_type venue, industry_code industry from written where status <> 'CLOSED'
  )
  select gen_random_uuid(), place, 0, industry, venue, ledger_now()
  from (
    select distinct place, venue, case when venue is null then industry end industry
    from trade
    where not ledger_regulated(place, industry, venue, ledger_today())) undetermined
  on conflict do nothing;
  return null;
end $$;
