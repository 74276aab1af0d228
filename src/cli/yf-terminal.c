/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-terminal.h"

#include <errno.h>
#include <glib-unix.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

struct _YfTerminal
{
  GObject        parent_instance;

  gboolean       is_input;     /* standard input is a terminal */
  gboolean       is_output;    /* standard output is one */
  gboolean       keys;
  gboolean       asking;
  gboolean       ended;        /* no more input, or interrupted */
  struct termios saved;
  guint          source;
  char          *status;       /* what stands in the status line */
  GString       *input;
};

G_DEFINE_FINAL_TYPE (YfTerminal, yf_terminal, G_TYPE_OBJECT)

enum
{
  KEY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define CLEAR_LINE "\r\033[K"

static gboolean
input_cb (int          fd,
          GIOCondition condition,
          gpointer     user_data)
{
  g_autoptr (YfTerminal) self = g_object_ref (YF_TERMINAL (user_data));
  char bytes[256];
  ssize_t n = read (fd, bytes, sizeof bytes);

  if (n < 0 && (errno == EINTR || errno == EAGAIN))
    return G_SOURCE_CONTINUE;

  if (n <= 0)
    {
      self->ended = TRUE;
      self->source = 0;
      return G_SOURCE_REMOVE;
    }

  if (self->asking)
    {
      g_string_append_len (self->input, bytes, n);
      return G_SOURCE_CONTINUE;
    }

  for (ssize_t i = 0; i < n && self->keys; i++)
    g_signal_emit (self, signals[KEY], 0, (guint) (guchar) bytes[i]);

  return G_SOURCE_CONTINUE;
}

static void
yf_terminal_dispose (GObject *object)
{
  YfTerminal *self = YF_TERMINAL (object);

  yf_terminal_set_keys (self, FALSE);
  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (yf_terminal_parent_class)->dispose (object);
}

static void
yf_terminal_finalize (GObject *object)
{
  YfTerminal *self = YF_TERMINAL (object);

  g_string_free (self->input, TRUE);
  g_free (self->status);

  G_OBJECT_CLASS (yf_terminal_parent_class)->finalize (object);
}

static void
yf_terminal_class_init (YfTerminalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yf_terminal_dispose;
  object_class->finalize = yf_terminal_finalize;

  signals[KEY] =
    g_signal_new ("key", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
yf_terminal_init (YfTerminal *self)
{
  self->is_input = isatty (STDIN_FILENO) && tcgetattr (STDIN_FILENO, &self->saved) == 0;
  self->is_output = isatty (STDOUT_FILENO) != 0;
  self->input = g_string_new (NULL);

  if (self->is_input)
    self->source = g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, input_cb, self);
}

YfTerminal *
yf_terminal_new (void)
{
  return g_object_new (YF_TYPE_TERMINAL, NULL);
}

/**
 * yf_terminal_is_input:
 * @self: a terminal
 *
 * Returns: whether somebody can press keys and answer questions
 */
gboolean
yf_terminal_is_input (YfTerminal *self)
{
  g_return_val_if_fail (YF_IS_TERMINAL (self), FALSE);

  return self->is_input;
}

/**
 * yf_terminal_set_keys:
 * @self: a terminal
 * @on: whether keys are wanted one by one, and not shown
 *
 * Changes how the terminal takes its input. Does nothing where there is none.
 */
void
yf_terminal_set_keys (YfTerminal *self,
                      gboolean    on)
{
  struct termios raw;

  g_return_if_fail (YF_IS_TERMINAL (self));

  if (!self->is_input || self->keys == on)
    return;

  self->keys = on;
  raw = self->saved;
  if (on)
    raw.c_lflag &= ~(tcflag_t) (ICANON | ECHO);

  /* If it fails, the terminal has gone, and so have the keys. */
  if (tcsetattr (STDIN_FILENO, TCSANOW, &raw) != 0)
    g_debug ("Cannot change the terminal: %s", g_strerror (errno));
}

/**
 * yf_terminal_show_status:
 * @self: a terminal
 * @text: (nullable): one line, or %NULL to clear it
 *
 * Shows a line that the next one is written over. Shows nothing where output
 * is no terminal, for it would fill a file.
 */
void
yf_terminal_show_status (YfTerminal *self,
                         const char *text)
{
  g_return_if_fail (YF_IS_TERMINAL (self));

  if (!self->is_output || g_strcmp0 (text, self->status) == 0)
    return;

  g_print (CLEAR_LINE "%s", text != NULL ? text : "");
  g_free (self->status);
  self->status = g_strdup (text);
}

/**
 * yf_terminal_print:
 * @self: a terminal
 * @text: one line
 *
 * Prints a line that stays, above the status line.
 */
void
yf_terminal_print (YfTerminal *self,
                   const char *text)
{
  g_autofree char *status = NULL;

  g_return_if_fail (YF_IS_TERMINAL (self));

  status = g_strdup (self->status);
  yf_terminal_show_status (self, NULL);
  g_print ("%s\n", text);
  yf_terminal_show_status (self, status);
}

/**
 * yf_terminal_ask:
 * @self: a terminal
 * @question: what to ask
 *
 * Asks, and runs the main loop until there is an answer.
 *
 * Returns: (transfer full) (nullable): the answer, without spaces around it,
 *   perhaps empty; %NULL if there is nobody to answer
 */
char *
yf_terminal_ask (YfTerminal *self,
                 const char *question)
{
  gboolean keys;
  char *newline;
  char *answer;

  g_return_val_if_fail (YF_IS_TERMINAL (self), NULL);

  if (!self->is_input || self->ended)
    return NULL;

  keys = self->keys;
  yf_terminal_set_keys (self, FALSE);
  yf_terminal_show_status (self, NULL);
  g_print ("%s ", question);

  self->asking = TRUE;
  while ((newline = strchr (self->input->str, '\n')) == NULL && !self->ended)
    g_main_context_iteration (NULL, TRUE);
  self->asking = FALSE;

  if (newline == NULL)
    {
      g_print ("\n");
      return NULL;
    }

  /* A Chinese keyboard types wide digits and commas. */
  answer = g_utf8_normalize (self->input->str, newline - self->input->str, G_NORMALIZE_ALL_COMPOSE);
  if (answer == NULL)
    answer = g_strndup (self->input->str, (gsize) (newline - self->input->str));
  g_string_erase (self->input, 0, newline + 1 - self->input->str);
  yf_terminal_set_keys (self, keys);

  return g_strstrip (answer);
}

/**
 * yf_terminal_interrupt:
 * @self: a terminal
 *
 * Gives up every question, the one that is being asked and those to come.
 */
void
yf_terminal_interrupt (YfTerminal *self)
{
  g_return_if_fail (YF_IS_TERMINAL (self));

  self->ended = TRUE;
  g_main_context_wakeup (NULL);
}
