-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO stop (session, item, at, side, set_number, rep_number, phase, pain, site)
VALUES (:session, :item, :at, :side, :set, :rep, :phase, :pain, :site);
