-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO clearance_condition (clearance, position, condition)
VALUES (:clearance, :position, :condition);
