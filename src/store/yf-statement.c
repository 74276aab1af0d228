/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-statement.h"

#include "yf-store.h"

struct _YfStatement
{
  YfDatabase   *database; /* unowned */
  sqlite3_stmt *handle;
  int           code;
};

static int
find_parameter (YfStatement *self,
                const char  *parameter)
{
  int index = sqlite3_bind_parameter_index (self->handle, parameter);

  g_assert (index > 0);

  return index;
}

static void
note (YfStatement *self,
      int          code)
{
  if (self->code == SQLITE_OK)
    self->code = code;
}

/*
 * yf_statement_new:
 * @name: the name of a file in `sql`, without its ending
 *
 * Prepares a statement. That can only fail where the tables are not what they
 * should be, or memory has run out.
 */
YfStatement *
yf_statement_new (YfDatabase  *database,
                  const char  *name,
                  GError     **error)
{
  YfStatement *self;
  sqlite3 *connection = yf_database_get_handle (database);
  sqlite3_stmt *handle = NULL;
  int code;

  code = sqlite3_prepare_v2 (connection, yf_sql_get (name), -1, &handle, NULL);
  if (code != SQLITE_OK)
    {
      if (code == SQLITE_ERROR)
        yf_database_set_damaged (database, sqlite3_errmsg (connection), error);
      else
        yf_database_set_error (database, code, error);
      return NULL;
    }

  self = g_new0 (YfStatement, 1);
  self->database = database;
  self->handle = handle;

  return self;
}

void
yf_statement_free (YfStatement *self)
{
  /* What it returns is the error of the last step, told already. */
  sqlite3_finalize (self->handle);
  g_free (self);
}

void
yf_statement_bind_int (YfStatement *self,
                       const char  *parameter,
                       gint64       value)
{
  note (self, sqlite3_bind_int64 (self->handle, find_parameter (self, parameter), value));
}

/*
 * yf_statement_bind_text:
 * @value: (nullable): UTF-8
 */
void
yf_statement_bind_text (YfStatement *self,
                        const char  *parameter,
                        const char  *value)
{
  note (self, sqlite3_bind_text (self->handle, find_parameter (self, parameter),
                                 value, -1, SQLITE_TRANSIENT));
}

/*
 * yf_statement_bind_day:
 * @day: a known day, or another for NULL
 */
void
yf_statement_bind_day (YfStatement *self,
                       const char  *parameter,
                       YfDay        day)
{
  g_autofree char *text = yf_day_is_known (day) ? yf_day_to_string (day) : NULL;

  yf_statement_bind_text (self, parameter, text);
}

/*
 * yf_statement_bind_days:
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 *
 * Binds `:from` and `:to`, which days are compared with.
 */
void
yf_statement_bind_days (YfStatement *self,
                        YfDay        from,
                        YfDay        to)
{
  /* Before the first day and after the last that text of this form can be. */
  g_autofree char *first = yf_day_is_known (from) ? yf_day_to_string (from) : g_strdup ("0");
  g_autofree char *last = yf_day_is_known (to) ? yf_day_to_string (to) : g_strdup ("A");

  yf_statement_bind_text (self, ":from", first);
  yf_statement_bind_text (self, ":to", last);
}

void
yf_statement_bind_null (YfStatement *self,
                        const char  *parameter)
{
  note (self, sqlite3_bind_null (self->handle, find_parameter (self, parameter)));
}

/*
 * yf_statement_bind_unless:
 * @none: the value that stands for none, which is NULL in the database
 */
void
yf_statement_bind_unless (YfStatement *self,
                          const char  *parameter,
                          gint64       value,
                          gint64       none)
{
  if (value == none)
    yf_statement_bind_null (self, parameter);
  else
    yf_statement_bind_int (self, parameter, value);
}

/*
 * yf_statement_step:
 * @row: (out): whether there is a row to read
 */
gboolean
yf_statement_step (YfStatement  *self,
                   gboolean     *row,
                   GError      **error)
{
  int code = self->code;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->handle);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  yf_database_set_error (self->database, code, error);

  return FALSE;
}

/*
 * yf_statement_reset:
 *
 * Makes the statement ready for other values.
 */
gboolean
yf_statement_reset (YfStatement  *self,
                    GError      **error)
{
  int code = sqlite3_reset (self->handle);

  if (code == SQLITE_OK)
    code = sqlite3_clear_bindings (self->handle);
  if (code != SQLITE_OK)
    {
      yf_database_set_error (self->database, code, error);
      return FALSE;
    }

  return TRUE;
}

/*
 * yf_statement_run:
 * @changed: (out) (optional): how many rows it changed
 *
 * Runs a statement that gives no rows back, and makes it ready for other
 * values.
 */
gboolean
yf_statement_run (YfStatement  *self,
                  gint64       *changed,
                  GError      **error)
{
  gboolean row;

  if (!yf_statement_step (self, &row, error))
    return FALSE;
  g_assert (!row);

  if (changed != NULL)
    *changed = sqlite3_changes64 (yf_database_get_handle (self->database));

  return yf_statement_reset (self, error);
}

/*
 * yf_statement_set_damaged:
 * @detail: what is wrong, for whoever looks into it; in English
 *
 * Says that a row is not what it should be.
 */
void
yf_statement_set_damaged (YfStatement  *self,
                          const char   *detail,
                          GError      **error)
{
  yf_database_set_damaged (self->database, detail, error);
}

gboolean
yf_statement_is_null (YfStatement *self,
                      int          column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
yf_statement_get_int (YfStatement *self,
                      int          column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/*
 * yf_statement_get_or:
 * @none: what NULL stands for
 */
gint64
yf_statement_get_or (YfStatement *self,
                     int          column,
                     gint64       none)
{
  return yf_statement_is_null (self, column) ? none : yf_statement_get_int (self, column);
}

/*
 * yf_statement_get_text:
 *
 * Returns: (nullable): the text, until the next step
 */
const char *
yf_statement_get_text (YfStatement *self,
                       int          column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/*
 * yf_statement_get_day:
 *
 * Returns: the day, or %YF_DAY_NONE for NULL and for what is no day
 */
YfDay
yf_statement_get_day (YfStatement *self,
                      int          column)
{
  const char *text = yf_statement_get_text (self, column);
  YfDay day = YF_DAY_NONE;

  if (text != NULL)
    yf_day_parse (text, &day);

  return day;
}
