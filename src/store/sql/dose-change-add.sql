-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO dose_change (uuid, at, utc_offset, day, exercise, from_sets, from_reps, from_hold, to_sets,
                         to_reps, to_hold, reason, withdrawn_at)
VALUES (:uuid, :at, :utc_offset, :day, :exercise, :from_sets, :from_reps, :from_hold, :to_sets,
        :to_reps, :to_hold, :reason, :withdrawn_at);
