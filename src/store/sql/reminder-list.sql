-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT reminder.uuid, reminder.kind, reminder.at, reminder.utc_offset, reminder.session,
       reminder_answer.answer, reminder_answer.at, reminder_answer.reason
FROM reminder LEFT JOIN reminder_answer ON reminder_answer.reminder = reminder.id
WHERE reminder.at + reminder.utc_offset * 1000000 >= :from
      AND reminder.at + reminder.utc_offset * 1000000 < :before
ORDER BY reminder.at, reminder.id;
