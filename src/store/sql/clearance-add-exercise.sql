-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO clearance_exercise (clearance, position, exercise)
VALUES (:clearance, :position, :exercise);
