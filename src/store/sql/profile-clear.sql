-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes conditions, clearances and assessments with it.
DELETE FROM profile;
