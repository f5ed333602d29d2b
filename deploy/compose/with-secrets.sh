#!/bin/bash
# Gives the program what is in each file that a variable NAME_FILE names below /run/secrets as NAME, and becomes it.
set -euo pipefail
for variable in $(compgen -e); do
  if [[ $variable == *_FILE && ${!variable} == "${SECRETS_DIRECTORY:-/run/secrets}"/* ]]; then
    export "${variable%_FILE}=$(<"${!variable}")"
  fi
done
exec "$@"
