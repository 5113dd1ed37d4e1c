#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Before nginx starts: until "migrate" has put there what it serves.
until [ -e "$SHARE/errors/policy.conf" ]; do sleep 0.2; done
