-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO clearance (profile, position, clinician, date, until)
VALUES (1, :position, :clinician, :date, :until);
