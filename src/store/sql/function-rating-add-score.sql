-- SPDX-License-Identifier: GPL-3.0-or-later
-- No row where there is no such activity.
INSERT INTO function_score (rating, position, activity, score)
SELECT :rating, :position, id, :score FROM function_activity WHERE uuid = :activity;
