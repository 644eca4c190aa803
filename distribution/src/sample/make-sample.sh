#!/bin/sh
# Speaks consultation.txt into consultation.wav: 16 kHz, mono, 16 bit. Needs flite with its slt voice.
# The same text and the same flite give the same bytes.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pause_bytes=19200 # 0.6 s

le32() { # little-endian bytes of a number, as printf octal escapes
    printf '\\%03o\\%03o\\%03o\\%03o' $(($1 % 256)) $(($1 / 256 % 256)) $(($1 / 65536 % 256)) $(($1 / 16777216))
}

head -c "$pause_bytes" /dev/zero >"$work/pcm"
while IFS= read -r sentence; do
    [ -n "$sentence" ] || continue
    flite -voice slt -t "$sentence" -o "$work/sentence.wav"
    tail -c +45 "$work/sentence.wav" >>"$work/pcm" # flite writes a plain 44-byte header
    head -c "$pause_bytes" /dev/zero >>"$work/pcm"
done <consultation.txt

bytes=$(wc -c <"$work/pcm")
{
    printf 'RIFF'
    printf "$(le32 $((bytes + 36)))"
    printf 'WAVEfmt \020\000\000\000\001\000\001\000'
    printf "$(le32 16000)$(le32 32000)"
    printf '\002\000\020\000data'
    printf "$(le32 "$bytes")"
    cat "$work/pcm"
} >consultation.wav
