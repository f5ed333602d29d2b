-- V73 marked of the past whatever an authority had made at an enterprise of which it was ever handed a hazard. What it made before it
-- might act on any there, and what lay within its own place and trades, it made without a grant. What the program has marked since is
-- as it should be; what was withdrawn stays as it is.
do $$
declare
  read  constant text[] := array['paper', 'inspection', 'object_grant', 'hazard'];
  since constant timestamptz := (select installed_on at time zone current_setting('TimeZone') from flyway_schema_history
    where version = '73' and success);
  made  text;
begin
  foreach made in array read loop
    execute format('alter table %I no force row level security', made);
  end loop;
  foreach made in array array['paper', 'inspection'] loop
    execute format('alter table %I disable trigger by_grant_stays', made);
    execute format('update %1$I m set by_grant = false where m.by_grant and m.status <> ''WITHDRAWN'' and m.%2$I < $1 and (
        not exists (
          select from object_grant g join hazard h on h.id = g.object_id
          where g.object_type = ''HAZARD'' and g.acts_from <= m.%2$I and g.grantee = m.authority and h.enterprise_id = m.enterprise_id)
        or exists (
          select from division v where v.code = m.authority and starts_with(m.division_code, left(v.code,
            case v.level when ''CITY'' then 4 when ''COUNTY'' then 6 else 9 end)))
        or exists (
          select from department d join division v on v.code = d.division_code
          where d.code = m.authority
            and starts_with(m.division_code, left(v.code, case v.level when ''CITY'' then 4 when ''COUNTY'' then 6 else 9 end))
            and (''GENERAL_SUPERVISION'' = any(d.matters) or m.matter = any(d.matters)
              or exists (select from unnest(d.industries) i where starts_with(m.industry_code, i)))))',
      made, case made when 'paper' then 'issued_at' else 'planned_at' end) using since;
    execute format('alter table %I enable trigger by_grant_stays', made);
  end loop;
  foreach made in array read loop
    execute format('alter table %I force row level security', made);
  end loop;
end $$;
