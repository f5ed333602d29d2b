#!/bin/sh
# back-up.sh FOLDER: dumps the ledger into FOLDER while it runs. PGHOST, PGPORT, PGUSER (a superuser) and PGPASSWORD say
# where it is, LEDGER_DATABASE its name; EVIDENCE, where it is set, is the folder of photos and videos.
set -eu
folder=$1
mkdir -p "$folder"
pg_dumpall --roles-only --no-role-passwords --file "$folder/roles.sql"
pg_dump --format custom --file "$folder/ledger.dump" "${LEDGER_DATABASE:-ledger}"
# After the rows: a row is committed only when its content is kept, so no row in the dump misses its file.
if [ -n "${EVIDENCE:-}" ]; then
  tar --create --file "$folder/evidence.tar" --directory "$EVIDENCE" --exclude ./incoming .
fi
