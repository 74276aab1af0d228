/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cue-log.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

struct _YfCueLog
{
  GObject  parent_instance;

  char    *path;
  FILE    *file;
  GQueue   lines;     /* Line, in order; the first waits to be durable */
  guint    n_stored;  /* repetitions that are durable and not written yet */
};

G_DEFINE_FINAL_TYPE (YfCueLog, yf_cue_log, G_TYPE_OBJECT)

typedef struct
{
  YfCueId id;
  gint64  elapsed;
} Line;

static void
write_line (YfCueLog   *self,
            const Line *line)
{
  char seconds[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (seconds, sizeof seconds, "%.3f", (double) line->elapsed / YF_SECOND);
  fprintf (self->file, "%s %s\n", seconds, yf_cue_id_get_id (line->id));
  fflush (self->file);
}

static void
write_lines (YfCueLog *self)
{
  Line *line;

  while ((line = g_queue_peek_head (&self->lines)) != NULL)
    {
      if (line->id == YF_CUE_REP)
        {
          if (self->n_stored == 0)
            return;
          self->n_stored--;
        }

      write_line (self, line);
      g_free (g_queue_pop_head (&self->lines));
    }
}

static void
cue_cb (YfCueLog *self,
        YfCueId   id,
        gint64    elapsed)
{
  Line *line = g_new0 (Line, 1);

  line->id = id;
  line->elapsed = elapsed;
  g_queue_push_tail (&self->lines, line);

  write_lines (self);
}

static void
stored_cb (YfCueLog *self)
{
  self->n_stored++;
  write_lines (self);
}

static void
yf_cue_log_finalize (GObject *object)
{
  YfCueLog *self = YF_CUE_LOG (object);

  g_queue_clear_full (&self->lines, g_free);
  if (self->file != NULL)
    fclose (self->file);
  g_free (self->path);

  G_OBJECT_CLASS (yf_cue_log_parent_class)->finalize (object);
}

static void
yf_cue_log_class_init (YfCueLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yf_cue_log_finalize;
}

static void
yf_cue_log_init (YfCueLog *self)
{
  g_queue_init (&self->lines);
}

static void
set_io_error (YfCueLog    *self,
              const char  *path,
              GError     **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
}

/**
 * yf_cue_log_new:
 * @path: the file to write
 * @player: whose cues
 * @journal: who says when a repetition is durable
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a cue log, or %NULL if the file cannot
 *   be made
 */
YfCueLog *
yf_cue_log_new (const char  *path,
                YfPlayer    *player,
                YfJournal   *journal,
                GError     **error)
{
  g_autoptr (YfCueLog) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (YF_IS_PLAYER (player), NULL);
  g_return_val_if_fail (YF_IS_JOURNAL (journal), NULL);

  self = g_object_new (YF_TYPE_CUE_LOG, NULL);
  self->path = g_strdup (path);
  self->file = g_fopen (path, "we");
  if (self->file == NULL)
    {
      set_io_error (self, path, error);
      return NULL;
    }

  g_signal_connect_object (player, "cue", G_CALLBACK (cue_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "stored", G_CALLBACK (stored_cb), self, G_CONNECT_SWAPPED);

  return g_steal_pointer (&self);
}

/**
 * yf_cue_log_close:
 * @self: a cue log
 * @error: return location for an error
 *
 * Writes what was waiting, except for repetitions that never became durable,
 * and closes the file.
 *
 * Returns: whether every line reached the file
 */
gboolean
yf_cue_log_close (YfCueLog  *self,
                  GError   **error)
{
  gboolean failed;

  g_return_val_if_fail (YF_IS_CUE_LOG (self), FALSE);
  g_return_val_if_fail (self->file != NULL, FALSE);

  while (!g_queue_is_empty (&self->lines))
    {
      g_autofree Line *line = g_queue_pop_head (&self->lines);

      if (line->id != YF_CUE_REP)
        write_line (self, line);
    }

  failed = ferror (self->file) != 0;
  failed |= fclose (self->file) != 0;
  self->file = NULL;

  if (failed)
    set_io_error (self, self->path, error);

  return !failed;
}
