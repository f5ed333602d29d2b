-- Of a city's cells a third are of major hazards, and fewer of one matter: without indexes of them the others are read, too.
create index hazard_facet_count_city_major on hazard_facet_count (city_code, cube) where grade = 'MAJOR';
create index hazard_facet_count_city_matter on hazard_facet_count (city_code, cube, matter) where matter is not null;
