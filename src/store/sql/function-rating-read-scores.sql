-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT function_activity.uuid, function_score.score
FROM function_score JOIN function_activity ON function_activity.id = function_score.activity
WHERE function_score.rating = :rating
ORDER BY function_score.position;
