-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, at, utc_offset, day, from_stage, to_stage, after_flare, surgery, withdrawn_at
FROM stage_change
WHERE day >= :from AND day <= :to
ORDER BY day, at, id;
