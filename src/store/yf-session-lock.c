/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-session-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "yf-store-private.h"

/* Another process that closes what is dead holds the lock for as long as one
 * commit takes. What is still locked after this is alive, in microseconds. */
#define LOCK_PATIENCE (G_USEC_PER_SEC / 2)
#define LOCK_PAUSE (G_USEC_PER_SEC / 50)

/*
 * An open file description lock, not a POSIX one: it is not lost when this
 * process opens and closes the file elsewhere, it keeps two stores of one
 * process apart like those of two, and it can be asked for without being
 * taken, so that looking never gets in anybody's way.
 */
struct _YfSessionLock
{
  YfSessionLockKind  kind;
  char              *directory;
  char              *path;
  int                fd;
};

static const char * const file_names[] = { "session.lock", "relief.lock" };

YfSessionLock *
yf_session_lock_new (const char        *directory,
                     YfSessionLockKind  kind)
{
  YfSessionLock *self = g_new0 (YfSessionLock, 1);

  self->kind = kind;
  self->directory = g_strdup (directory);
  self->path = g_build_filename (directory, file_names[kind], NULL);
  self->fd = -1;

  return self;
}

void
yf_session_lock_free (YfSessionLock *self)
{
  yf_session_lock_release (self);
  g_free (self->directory);
  g_free (self->path);
  g_free (self);
}

/*
 * yf_session_lock_take:
 *
 * Takes the lock, or fails at once with %YF_STORE_ERROR_BUSY. Taking it twice
 * is taking it once.
 */
gboolean
yf_session_lock_take (YfSessionLock  *self,
                      GError        **error)
{
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd;

  if (self->fd >= 0)
    return TRUE;

  fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      yf_store_set_error_from_errno (self->path, errno, error);
      return FALSE;
    }

  if (fcntl (fd, F_OFD_SETLK, &range) != 0)
    {
      if (errno == EAGAIN || errno == EACCES)
        g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY,
                     self->kind == YF_SESSION_LOCK_SESSION
                     /* Translators: %s is a folder. */
                     ? _("Another Yanfei is in the middle of a session on the log in “%s”. "
                         "Finish or stop that session first.")
                     /* Translators: %s is a folder. */
                     : _("Another Yanfei is timing a compress on the log in “%s”. "
                         "Finish or stop that first."),
                     self->directory);
      else
        yf_store_set_error_from_errno (self->path, errno, error);
      close (fd);
      return FALSE;
    }

  self->fd = fd;

  return TRUE;
}

/*
 * yf_session_lock_wait:
 *
 * Takes the lock, waiting a moment for somebody who only tidies up. Not to be
 * called on the main thread.
 */
gboolean
yf_session_lock_wait (YfSessionLock  *self,
                      GError        **error)
{
  gint64 deadline = g_get_monotonic_time () + LOCK_PATIENCE;

  while (TRUE)
    {
      g_autoptr (GError) local_error = NULL;

      if (yf_session_lock_take (self, &local_error))
        return TRUE;

      if (!g_error_matches (local_error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY)
          || g_get_monotonic_time () >= deadline)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      g_usleep (LOCK_PAUSE);
    }
}

void
yf_session_lock_release (YfSessionLock *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

/*
 * yf_session_lock_has_holder:
 *
 * Returns: whether a living process is in a session, this one included; %TRUE
 *   also where that cannot be found out, for nobody's session shall be called
 *   cut on a guess
 */
gboolean
yf_session_lock_has_holder (YfSessionLock *self)
{
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  gboolean held;
  int fd;

  fd = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return errno != ENOENT;

  held = fcntl (fd, F_OFD_GETLK, &range) != 0 || range.l_type != F_UNLCK;
  close (fd);

  return held;
}
