-- How many of a list have each state, grade, category, trade and place is counted in an index that has these alone, and, because
-- many rows are alike in them, each of these sets once: a hundredth of what the rows take. What the policies of departments compare
-- is among them.
create index hazard_city_facets on hazard (city_code, status, open, grade, category_code, matter, sector, industry_section, industry_division, county_code, town_code);
create index hazard_county_facets on hazard (county_code, status, open, grade, category_code, matter, sector, industry_section, industry_division, town_code);
create index rectification_task_city_facets on rectification_task (city_code, status, open, matter, sector, industry_section, industry_division, county_code, town_code);
create index inspection_city_facets on inspection (city_code, status, kind, source, matter, sector, industry_section, industry_division, county_code, town_code);
