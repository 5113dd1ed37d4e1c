#!/bin/sh
# Before nginx starts: until "migrate" has put there what it serves.
until [ -e "$SHARE/errors/policy.conf" ]; do sleep 0.2; done
