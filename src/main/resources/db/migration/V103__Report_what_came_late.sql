-- Items of directives that were not answered in time are outstanding problems of the day.
alter table reported_object
  drop constraint reported_object_object_type_check,
  add constraint reported_object_object_type_check
    check (object_type in ('INSPECTION', 'FINDING', 'HAZARD', 'RECTIFICATION_TASK', 'PAPER', 'SUPERVISION_ITEM', 'DIRECTIVE_ITEM'));

-- What is restored or reopened is found again by the report that missed it.
create index hazard_county_contested on hazard (county_code, reported_at) where contested;
create index hazard_county_reopened on hazard (county_code, reopened_at) where reopened_at is not null;
