-- The application's login role in the databases of quarkus:dev and of the tests. In production the operator creates it.
do $$
begin
  if not exists (select from pg_roles where rolname = '${app_role}') then
    create role ${app_role} login password '${app_role}';
  end if;
end $$;
