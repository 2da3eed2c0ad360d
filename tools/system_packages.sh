#!/usr/bin/env bash
# Installs Debian's headless Chromium (browser tests) and postgresql (storage tests) where they are missing and may be installed.
# Without them the tests that need them say that they were skipped.
set -u
missing=()
command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || missing+=(chromium-headless-shell)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "Not installed, so their tests are skipped: ${missing[*]}. As root on Debian: apt-get install ${missing[*]}"
  exit 0
fi
echo "Installing ${missing[*]} …"
apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null ||
  echo "Could not install ${missing[*]}; their tests are skipped."
