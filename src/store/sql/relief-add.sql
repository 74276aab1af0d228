-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO relief (uuid, kind, started, utc_offset, ended, state)
VALUES (:uuid, :kind, :started, :utc_offset, :ended, :state);
