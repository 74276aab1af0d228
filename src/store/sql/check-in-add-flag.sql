-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO check_in_flag (check_in, position, flag, days)
VALUES (:check_in, :position, :flag, :days);
