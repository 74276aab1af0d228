-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO profile_condition (profile, position, condition)
VALUES (1, :position, :condition);
