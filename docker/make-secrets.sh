#!/bin/sh
# Makes the secrets of compose.yaml once, in the folder "secrets" beside this file, which you alone may enter. The files themselves
# can be read, for the containers read them as users of their own. Keeps those that are there.
set -eu
cd "$(dirname "$0")"
umask 022
mkdir -p secrets
chmod 700 secrets
for name in mongo-root-password mongo-password; do
    [ -s "secrets/$name" ] || openssl rand -hex 24 > "secrets/$name"
done
# Shared by the members of a replica set: 6 to 1024 characters of Base64.
[ -s secrets/mongo-keyfile ] || openssl rand -base64 756 | tr -d '\n' > secrets/mongo-keyfile
