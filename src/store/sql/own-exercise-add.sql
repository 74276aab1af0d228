-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO own_exercise (id, xml, created, utc_offset, retired)
VALUES (:id, :xml, :created, :utc_offset, :retired);
