-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO consent (at, utc_offset, version) VALUES (:at, :utc_offset, :version);
