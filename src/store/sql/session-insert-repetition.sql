-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO repetition (session, item, side, set_number, rep_number, started, ended,
                        hold, counted_by)
VALUES (:session, :item, :side, :set, :rep, :started, :ended, :hold, :counted_by);
