-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT pain_back, pain_leg, moved FROM check_in WHERE id = :check_in;
