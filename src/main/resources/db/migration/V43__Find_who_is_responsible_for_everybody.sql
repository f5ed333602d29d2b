-- A report names the holders for everybody at its enterprise's places, among whom stands the holder of each enterprise there.
create index responsibility_general on responsibility_assignment (division_code, industry_code) where enterprise_id is null;
