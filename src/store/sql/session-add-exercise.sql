-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO session_exercise (session, item, exercise, planned_sets, planned_reps,
                              planned_hold, state)
VALUES (:session, :item, :exercise, :planned_sets, :planned_reps, :planned_hold, :state);
