-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT exercise FROM clearance_exercise WHERE clearance = :clearance ORDER BY position;
