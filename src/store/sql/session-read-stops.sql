-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT at, item, side, set_number, rep_number, phase, pain, site
FROM stop
WHERE session = :session
ORDER BY id;
