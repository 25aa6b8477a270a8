#!/bin/sh
# Say where Chromium is, or install it where that is possible: as root on Debian.
set -eu
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the browser tests"
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -qq chromium >/dev/null 2>&1 \
    || { apt-get update -qq && apt-get install -y -qq chromium >/dev/null; }
  exit 0
fi
echo "Chromium is missing: the browser tests need it (on Debian: sudo apt-get install chromium)" >&2
exit 1
