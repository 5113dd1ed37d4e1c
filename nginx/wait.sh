#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Runs before nginx starts. Waits until "migrate" has written the files that nginx serves.
until [ -e "$SHARE/errors/policy.conf" ]; do sleep 0.2; done
