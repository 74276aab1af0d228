-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, clinician, date, until FROM clearance WHERE profile = 1 ORDER BY position;
