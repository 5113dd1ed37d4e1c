// SPDX-License-Identifier: EUPL-1.2
// A site to begin with, where tests/run has made one for all its lanes: MADE_SITE is its folder.
// The password of the first account is then that of all of them.
import { execFileSync } from 'node:child_process';

const { MADE_SITE, ADMIN_PASSWORD } = process.env;
export const PASSWORD = ADMIN_PASSWORD ?? `muurleeuwenbek-${Math.random().toString(36).slice(2)}`;
export const copyMadeSite = (folder) => MADE_SITE && execFileSync('cp', ['-a', MADE_SITE, folder]);
