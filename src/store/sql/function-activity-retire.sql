-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE function_activity SET retired = :retired WHERE uuid = :uuid AND retired IS NULL;
