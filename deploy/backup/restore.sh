#!/bin/sh
# restore.sh FOLDER: makes the ledger anew from a backup, in another cluster that has no database of its name. PGHOST,
# PGPORT, PGUSER (a superuser) and PGPASSWORD say where; EVIDENCE, where it is set, is the folder to fill. Roles come first,
# because tables, grants and policies name them; those that are there already stay as they are, and whose password was
# not dumped get it from you: alter role safety_ledger_owner password '...'.
set -eu
folder=$1
database=${LEDGER_DATABASE:-ledger}
psql --no-psqlrc --quiet --dbname postgres --file "$folder/roles.sql" 2>&1 | grep -v 'already exists' || true
createdb --owner "${LEDGER_OWNER:-safety_ledger_owner}" "$database"
pg_restore --exit-on-error --dbname "$database" "$folder/ledger.dump"
psql --no-psqlrc --quiet --dbname "$database" --command analyze
if [ -n "${EVIDENCE:-}" ]; then
  mkdir -p "$EVIDENCE"
  tar --extract --file "$folder/evidence.tar" --directory "$EVIDENCE"
fi
