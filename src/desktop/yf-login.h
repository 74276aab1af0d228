/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where login1 is, on the system bus, and what it is made of. */
#define YF_LOGIN_NAME    "org.freedesktop.login1"
#define YF_LOGIN_PATH    "/org/freedesktop/login1"
#define YF_LOGIN_MANAGER "org.freedesktop.login1.Manager"
#define YF_LOGIN_SESSION "org.freedesktop.login1.Session"
/* The session that the person looks at. */
#define YF_LOGIN_AUTO    "/org/freedesktop/login1/session/auto"

/* How long it has to answer, in milliseconds. Nobody waits for it. */
#define YF_LOGIN_TIMEOUT 5000
