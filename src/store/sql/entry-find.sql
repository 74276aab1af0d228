-- SPDX-License-Identifier: GPL-3.0-or-later
-- An entry of any kind: its state, where it has one, and whether it has been
-- replaced or taken out.
SELECT state, EXISTS (SELECT 1 FROM edit WHERE edit.old = :uuid)
FROM (SELECT 'session' AS kind, uuid, state FROM session
      UNION ALL SELECT 'check-in', uuid, NULL FROM check_in
      UNION ALL SELECT 'relief', uuid, state FROM relief
      UNION ALL SELECT 'activity', uuid, NULL FROM activity
      UNION ALL SELECT 'rating', uuid, NULL FROM function_rating
      UNION ALL SELECT 'score', uuid, NULL FROM clinic_score)
WHERE uuid = :uuid AND kind = :kind;
