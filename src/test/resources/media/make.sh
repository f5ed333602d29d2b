#!/bin/sh
# Makes the files beside it; needs Debian's ffmpeg (5.1) and libheif-examples (1.15).
set -eu
cd "$(dirname "$0")"
video() { # video NAME OPTIONS...: two orange frames without sound
  name=$1; shift
  ffmpeg -v error -y -f lavfi -i color=c=orange:s=64x48:r=5:d=0.4 -an -pix_fmt yuv420p "$@" "$name"
}
for brand in isom iso2 iso3 iso4 iso5 iso6 avc1 mp41 mp42 dash MSNV; do
  video "$brand.mp4" -c:v libx264 -brand "$brand"
done
video m4v.mp4 -c:v libx264 -f ipod
video fragments.mp4 -c:v libx264 -movflags +dash+empty_moov+frag_keyframe
video hvc1.mp4 -c:v libx265 -x265-params log-level=none -tag:v hvc1 -brand hvc1
video quicktime.mov -c:v libx264
for brand in 3gp4 3gp5 3gp6; do
  video "$brand.3gp" -s 128x96 -c:v h263 -f 3gp -brand "$brand"
done
ffmpeg -v error -y -f lavfi -i color=c=orange:s=64x48:d=1 -frames:v 1 photo.png
heif-enc photo.png -q 10 -o photo.heic
heif-enc photo.png -q 10 -A -o photo.avif
# Some phones name the general brand first and that of the codec among the compatible ones.
{ head -c 8 photo.heic; printf mif1; tail -c +13 photo.heic; } > mif1.heic
