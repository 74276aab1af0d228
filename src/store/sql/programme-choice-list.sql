-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT programme_choice.uuid, programme_choice.at, programme_choice.utc_offset, programme.uuid
FROM programme_choice LEFT JOIN programme ON programme.id = programme_choice.programme
ORDER BY programme_choice.at, programme_choice.id;
