-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT sitting_break.uuid, sitting_break.at, sitting_break.utc_offset, sitting_break.sat,
       sitting_break.length, sitting_break_answer.answer, sitting_break_answer.at,
       sitting_break_answer.reason
FROM sitting_break LEFT JOIN sitting_break_answer ON sitting_break_answer.sitting_break = sitting_break.id
WHERE sitting_break.at + sitting_break.utc_offset * 1000000 >= :from
      AND sitting_break.at + sitting_break.utc_offset * 1000000 < :before
ORDER BY sitting_break.at, sitting_break.id;
