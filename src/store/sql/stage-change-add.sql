-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO stage_change (uuid, at, utc_offset, day, from_stage, to_stage, after_flare, surgery,
                          withdrawn_at)
VALUES (:uuid, :at, :utc_offset, :day, :from_stage, :to_stage, :after_flare, :surgery, :withdrawn_at);
