/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-programme.h"
#include "yf-rules.h"
#include "yf-store.h"

G_BEGIN_DECLS

/**
 * YfExit:
 *
 * How a command ends; scripts rely on the numbers.
 */
typedef enum
{
  YF_EXIT_DONE = 0,
  YF_EXIT_FAILED = 1,
  YF_EXIT_USAGE = 2,
  YF_EXIT_NOT_TODAY = 3,
} YfExit;

/**
 * YfCli:
 * @data_dir: where the log is
 * @catalogue: what can be done
 * @rules: who may do it
 * @programme: (nullable): what a physiotherapist has written, where it is in force
 *   and yf_cli_load_programme() was called
 *
 * What every command needs.
 */
typedef struct
{
  char        *data_dir;
  YfCatalogue *catalogue;
  YfRules     *rules;
  YfProgramme *programme;
} YfCli;

int          yf_cli_run           (int            argc,
                                   char         **argv);

/* For the commands */
gboolean     yf_cli_parse         (YfCli               *self,
                                   const GOptionEntry  *entries,
                                   const char          *parameters,
                                   const char          *summary,
                                   int                 *argc,
                                   char              ***argv);
gboolean     yf_cli_no_arguments  (int                  argc,
                                   char               **argv);
YfExit       yf_cli_fail          (const GError        *error);
void         yf_cli_complain      (const char          *format,
                                   ...) G_GNUC_PRINTF (1, 2);
void         yf_cli_print         (const char          *format,
                                   ...) G_GNUC_PRINTF (1, 2);
gboolean     yf_cli_open_store    (YfCli               *self,
                                   gboolean             create,
                                   YfStore            **store,
                                   GError             **error);
gboolean     yf_cli_adopt_own     (YfCli               *self,
                                   YfStore             *store,
                                   gboolean             retired,
                                   GError             **error);
gboolean     yf_cli_load_programme (YfCli              *self,
                                   YfStore             *store,
                                   YfDay                day,
                                   GError             **error);
YfExercise  *yf_cli_find_exercise (YfCli               *self,
                                   const char          *id);
gboolean     yf_cli_note_changes  (YfCli               *self,
                                   YfStore             *store,
                                   GError             **error);
gboolean     yf_cli_parse_day     (const char          *text,
                                   const char          *option,
                                   YfDay               *day);
gboolean     yf_cli_parse_flags   (YfCli               *self,
                                   char               **flags,
                                   YfCheckIn           *check_in);
void         yf_cli_print_judgement (YfJudgement       *judgement,
                                     YfExercise        *exercise);

void         yf_cli_result_cb     (GObject             *object,
                                   GAsyncResult        *result,
                                   gpointer             user_data);
GAsyncResult *yf_cli_await        (GAsyncResult       **result);

/* The commands */
YfExit       yf_cli_exercises     (YfCli *self, int argc, char **argv);
YfExit       yf_cli_profile       (YfCli *self, int argc, char **argv);
YfExit       yf_cli_check         (YfCli *self, int argc, char **argv);
YfExit       yf_cli_session       (YfCli *self, int argc, char **argv);
YfExit       yf_cli_today         (YfCli *self, int argc, char **argv);
YfExit       yf_cli_log           (YfCli *self, int argc, char **argv);
YfExit       yf_cli_export        (YfCli *self, int argc, char **argv);
YfExit       yf_cli_import        (YfCli *self, int argc, char **argv);
YfExit       yf_cli_programme     (YfCli *self, int argc, char **argv);
YfExit       yf_cli_backup        (YfCli *self, int argc, char **argv);
YfExit       yf_cli_restore       (YfCli *self, int argc, char **argv);
YfExit       yf_cli_doctor        (YfCli *self, int argc, char **argv);
YfExit       yf_cli_demo          (YfCli *self, int argc, char **argv);

G_END_DECLS
