#!/bin/bash
# Run once by the database's image, on an empty volume: who owns the ledger, who the service is, who Keycloak is.
set -euo pipefail
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$(</run/secrets/db_owner_password)" \
  --set app="$(</run/secrets/db_app_password)" \
  --set keycloak="$(</run/secrets/keycloak_db_password)" <<'SQL'
create role safety_ledger_owner login createrole password :'owner';
create role safety_ledger_app login password :'app';
create database ledger owner safety_ledger_owner;
create role keycloak login password :'keycloak';
create database keycloak owner keycloak;
SQL
