-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO assessment (profile, position, flag, clinician, date)
VALUES (1, :position, :flag, :clinician, :date);
