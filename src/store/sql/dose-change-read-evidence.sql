-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT entry, day FROM dose_change_evidence WHERE dose_change = :dose_change ORDER BY position;
