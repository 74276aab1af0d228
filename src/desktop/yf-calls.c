/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-calls.h"

#include <pulse/glib-mainloop.h>
#include <pulse/pulseaudio.h>
#include <unistd.h>

/* Whether somebody speaks to somebody: a program records from a microphone. A recording of
 * what the loudspeakers play is none, nor is a meter that shows how loud it is. */
typedef struct
{
  pa_glib_mainloop *loop;
  pa_context       *context;
  guint             timeout;
  GHashTable       *monitors;   /* set of source indices */
  gboolean          in_call;
  gboolean          over;       /* answered; what still comes is of no interest */
} Asking;

/* Mixers look at every microphone as long as their window is open. */
static const char * const mixers[] = {
  "org.PulseAudio.pavucontrol",
  "org.gnome.VolumeControl",
  "org.kde.kmixd",
  "org.kde.plasma-pa",
};

static void
asking_free (Asking *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->context != NULL)
    {
      pa_context_set_state_callback (self->context, NULL, NULL);
      pa_context_disconnect (self->context);
      pa_context_unref (self->context);
    }
  g_clear_pointer (&self->loop, pa_glib_mainloop_free);
  g_clear_pointer (&self->monitors, g_hash_table_unref);
  g_free (self);
}

/* The library is on the stack: it is let go of afterwards. */
static gboolean
unref_cb (gpointer user_data)
{
  g_object_unref (user_data);

  return G_SOURCE_REMOVE;
}

static void
end (GTask *task)
{
  Asking *self = g_task_get_task_data (task);

  if (self->over)
    return;

  self->over = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_task_return_boolean (task, self->in_call);
  g_idle_add (unref_cb, task);
}

static gboolean
is_ours (const pa_proplist *properties)
{
  const char *pid = pa_proplist_gets (properties, PA_PROP_APPLICATION_PROCESS_ID);

  return pid != NULL && g_ascii_strtoll (pid, NULL, 10) == getpid ();
}

static gboolean
is_meter (const pa_source_output_info *info)
{
  const char *application = pa_proplist_gets (info->proplist, PA_PROP_APPLICATION_ID);

  if (g_strcmp0 (info->resample_method, "peaks") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (mixers); i++)
    if (g_strcmp0 (application, mixers[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
output_cb (pa_context                  *context,
           const pa_source_output_info *info,
           int                          eol,
           void                        *user_data)
{
  Asking *self = g_task_get_task_data (user_data);

  if (eol != 0)
    {
      end (user_data);
      return;
    }

  if (!info->corked && !g_hash_table_contains (self->monitors, GUINT_TO_POINTER (info->source)) &&
      !is_meter (info) && !is_ours (info->proplist))
    self->in_call = TRUE;
}

static void
source_cb (pa_context           *context,
           const pa_source_info *info,
           int                   eol,
           void                 *user_data)
{
  Asking *self = g_task_get_task_data (user_data);
  pa_operation *operation;

  if (eol == 0)
    {
      if (info->monitor_of_sink != PA_INVALID_INDEX)
        g_hash_table_add (self->monitors, GUINT_TO_POINTER (info->index));
      return;
    }

  operation = eol > 0 ? pa_context_get_source_output_info_list (context, output_cb, user_data) : NULL;
  if (operation == NULL)
    end (user_data);
  else
    pa_operation_unref (operation);
}

static void
state_cb (pa_context *context,
          void       *user_data)
{
  pa_context_state_t state = pa_context_get_state (context);
  pa_operation *operation = NULL;

  if (state == PA_CONTEXT_READY)
    {
      operation = pa_context_get_source_info_list (context, source_cb, user_data);
      if (operation == NULL)
        end (user_data);
      else
        pa_operation_unref (operation);
    }
  else if (!PA_CONTEXT_IS_GOOD (state))
    {
      end (user_data);
    }
}

static gboolean
timeout_cb (gpointer user_data)
{
  Asking *self = g_task_get_task_data (user_data);

  self->timeout = 0;
  end (user_data);

  return G_SOURCE_REMOVE;
}

/**
 * yf_calls_ask_async:
 * @cancellable: (nullable): cancels it
 * @callback: called with the answer, within %YF_CALLS_TIMEOUT
 * @user_data: data for @callback
 *
 * Asks the sound server whether somebody is in a call: whether a program other than this
 * one records from a microphone. No server is started; where there is none, or it does not
 * answer, there is no call.
 */
void
yf_calls_ask_async (GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Asking *self = g_new0 (Asking, 1);

  g_task_set_source_tag (task, yf_calls_ask_async);
  g_task_set_task_data (task, self, (GDestroyNotify) asking_free);
  self->monitors = g_hash_table_new (NULL, NULL);
  self->loop = pa_glib_mainloop_new (g_main_context_get_thread_default ());
  self->context = pa_context_new (pa_glib_mainloop_get_api (self->loop), "Yanfei");
  self->timeout = g_timeout_add (YF_CALLS_TIMEOUT, timeout_cb, task);
  pa_context_set_state_callback (self->context, state_cb, task);
  if (pa_context_connect (self->context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
    end (task);
}

/**
 * yf_calls_ask_finish:
 * @result: what the callback was given
 *
 * Returns: whether somebody is in a call; %FALSE with @error set if it was cancelled
 */
gboolean
yf_calls_ask_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
