-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT flag, days FROM check_in_flag WHERE check_in = :check_in ORDER BY position;
