-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT condition FROM clearance_condition WHERE clearance = :clearance ORDER BY position;
