-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO wish (wishes, position, kind, exercise) VALUES (:wishes, :position, :kind, :exercise);
