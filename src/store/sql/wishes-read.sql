-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT kind, exercise FROM wish WHERE wishes = :wishes ORDER BY position;
