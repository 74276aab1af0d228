/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "yf-calls.h"

/* Says for each line that comes in whether somebody is in a call. */

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

int
main (void)
{
  char line[16];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      gboolean in_call;

      yf_calls_ask_async (NULL, result_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      in_call = yf_calls_ask_finish (result, &error);
      g_assert_no_error (error);
      g_print ("%s\n", in_call ? "call" : "quiet");
      /* What was opened for it is let go of. */
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }

  return 0;
}
