-- Where exactly a hazard is: a coordinate as it was given, with its datum. It is never converted.
alter table hazard add position jsonb constraint hazard_position_on_earth check (
  (position ->> 'longitude')::double precision between -180 and 180 and (position ->> 'latitude')::double precision between -90 and 90
  and position ->> 'datum' in ('WGS84', 'GCJ02', 'CGCS2000'));
