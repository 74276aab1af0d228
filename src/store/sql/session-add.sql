-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO session (uuid, started, utc_offset, ended, state, origin, check_in)
VALUES (:uuid, :started, :utc_offset, :ended, :state, :origin, :check_in);
