-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was chosen last, whether it is valid on that day or not: one that is over
-- does not bring back the one before.
SELECT programme.uuid, programme.at, programme.utc_offset, programme.valid_from, programme.valid_until,
       programme.xml
FROM (SELECT programme FROM programme_choice WHERE at <= :at ORDER BY at DESC, id DESC LIMIT 1) AS choice
     JOIN programme ON programme.id = choice.programme
WHERE programme.valid_from <= :day AND (programme.valid_until IS NULL OR programme.valid_until >= :day);
