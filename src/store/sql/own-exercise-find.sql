-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT xml, retired FROM own_exercise WHERE id = :id;
