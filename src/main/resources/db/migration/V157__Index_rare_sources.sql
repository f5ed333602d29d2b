-- Most hazards are found by authorities and enterprises. What workers and systems found lies anywhere in the order of a list: which of
-- these there are is told by an index of them alone, to which the others add nothing.
create index hazard_city_rare_source on hazard (city_code, source, status, due_at, id) where source in ('WORKER', 'INTEGRATION');
