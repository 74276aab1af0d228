-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT retired FROM function_activity WHERE uuid = :uuid;
