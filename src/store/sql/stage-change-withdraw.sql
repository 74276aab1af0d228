-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE stage_change SET withdrawn_at = :at WHERE uuid = :uuid AND withdrawn_at IS NULL;
