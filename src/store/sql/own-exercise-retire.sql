-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE own_exercise SET retired = 1 WHERE id = :id AND retired = 0;
