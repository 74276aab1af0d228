-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO dose_change_evidence (dose_change, position, entry, day)
VALUES (:dose_change, :position, :entry, :day);
