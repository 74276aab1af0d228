-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT onset, relief, treatment_start, surgery, birth, back_strength, muscle_relaxants,
       onset_minute, name, born, diagnosis
FROM profile;
