-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE sitting_break SET length = :length WHERE uuid = :uuid;
