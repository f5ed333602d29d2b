#!/bin/bash
# is-ready.sh PORT PATH: whether a health address answers 200; the images have no curl.
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
read -r -u 3 -t 4 _ status _
[[ $status == 200 ]]
