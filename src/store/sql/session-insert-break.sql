-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO session_break (session, position, left_at, back_at)
VALUES (:session, :position, :left_at, :back_at);
