-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO session_adjustment (session, item, at, sets, reps, hold, tempo, rep_rest, set_rest)
VALUES (:session, :item, :at, :sets, :reps, :hold, :tempo, :rep_rest, :set_rest);
