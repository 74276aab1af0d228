-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest text, which need not be the row written last: a log may have been
-- imported since.
SELECT at, utc_offset, version FROM consent ORDER BY version DESC, id DESC LIMIT 1;
