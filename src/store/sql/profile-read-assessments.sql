-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT flag, clinician, date FROM assessment WHERE profile = 1 ORDER BY position;
