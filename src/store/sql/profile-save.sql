-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO profile (id, onset, relief, treatment_start, surgery, birth,
                     back_strength, muscle_relaxants, onset_minute, name, born, diagnosis)
VALUES (1, :onset, :relief, :treatment_start, :surgery, :birth,
        :back_strength, :muscle_relaxants, :onset_minute, :name, :born, :diagnosis);
