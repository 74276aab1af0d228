-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT condition FROM profile_condition WHERE profile = 1 ORDER BY position;
