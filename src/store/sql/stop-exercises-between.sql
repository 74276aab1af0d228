-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT stop.at, session.utc_offset, session_exercise.exercise
FROM stop
     JOIN session ON session.id = stop.session
     JOIN session_exercise ON session_exercise.session = stop.session
                              AND session_exercise.item = stop.item
WHERE stop.at BETWEEN :from AND :to
ORDER BY stop.at;
