-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO check_in (uuid, at, utc_offset, pain_back, pain_leg, moved)
VALUES (:uuid, :at, :utc_offset, :pain_back, :pain_leg, :moved);
