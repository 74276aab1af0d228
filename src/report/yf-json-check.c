/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-json-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib reads more than JSON (comments, the last of several values, the
 * last of two members of one name, numbers that do not fit), calls itself for every
 * bracket, and trusts what stands for half a character. So a file is held to
 * RFC 8259 before it sees it, without recursion. */
typedef struct
{
  const char *at;
  const char *end;
  guint       line;
  const char *message;
  guint       depth;
  char        brackets[YF_JSON_MAX_DEPTH];
  GHashTable *names[YF_JSON_MAX_DEPTH];    /* of the members of an object so far */
} Check;

/* More digits than these do not fit into what a number is read into. */
#define MAX_DIGITS 18

static gboolean
refuse (Check      *self,
        const char *message)
{
  self->message = message;
  return FALSE;
}

static char
peek (const Check *self)
{
  return self->at < self->end ? *self->at : '\0';
}

static void
skip_space (Check *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL && *self->at != '\0')
    {
      if (*self->at == '\n')
        self->line++;
      self->at++;
    }
}

static gboolean
read_hex (Check *self,
          guint *unit)
{
  *unit = 0;

  for (int i = 0; i < 4; i++, self->at++)
    {
      if (!g_ascii_isxdigit (peek (self)))
        return refuse (self, _("“\\u” is followed by four hexadecimal digits."));
      *unit = *unit * 16 + (guint) g_ascii_xdigit_value (*self->at);
    }

  return TRUE;
}

/* What follows a backslash. */
static gboolean
check_escape (Check *self)
{
  guint unit;
  guint low;

  if (peek (self) == '\0' || strchr ("\"\\/bfnrtu", *self->at) == NULL)
    return refuse (self, _("A backslash in a text is followed by one of \" \\ / b f n r t u."));

  if (*self->at++ != 'u')
    return TRUE;
  if (!read_hex (self, &unit))
    return FALSE;

  if (unit == 0)
    return refuse (self, _("A text cannot have a zero character in it."));
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;

  if (unit <= 0xdbff && self->end - self->at >= 6 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      self->at += 2;
      if (!read_hex (self, &low))
        return FALSE;
      if (low >= 0xdc00 && low <= 0xdfff)
        return TRUE;
    }

  return refuse (self, _("Half a character stands in a text."));
}

static gboolean
check_string (Check *self)
{
  if (peek (self) != '"')
    return refuse (self, _("A text in double quotes is missing here."));
  self->at++;

  while (self->at < self->end && *self->at != '"')
    {
      if ((guchar) *self->at < 0x20)
        return refuse (self, _("A text ends before its closing quote."));
      if (*self->at++ == '\\' && !check_escape (self))
        return FALSE;
    }

  if (self->at == self->end)
    return refuse (self, _("The file ends in the middle of a text."));
  self->at++;

  return TRUE;
}

static gboolean
check_digits (Check *self,
              int    most)
{
  int n = 0;

  for (; g_ascii_isdigit (peek (self)); self->at++)
    n++;

  if (n == 0)
    return refuse (self, _("A digit is missing in a number."));

  return n <= most || refuse (self, _("A number has too many digits."));
}

static gboolean
check_number (Check *self)
{
  const char *first;

  if (peek (self) == '-')
    self->at++;
  first = self->at;
  if (!check_digits (self, MAX_DIGITS))
    return FALSE;
  if (*first == '0' && self->at - first > 1)
    return refuse (self, _("A number does not begin with a zero."));

  if (peek (self) == '.')
    {
      self->at++;
      if (!check_digits (self, MAX_DIGITS))
        return FALSE;
    }

  if (peek (self) == 'e' || peek (self) == 'E')
    {
      self->at++;
      if (peek (self) == '-' || peek (self) == '+')
        self->at++;
      if (!check_digits (self, 2))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_word (Check *self)
{
  static const char * const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }

  return refuse (self, self->at == self->end ? _("The file ends too early.")
                                             : _("This is not JSON: a value is missing here."));
}

/* A member's name and its colon. */
static gboolean
check_name (Check *self)
{
  const char *first;
  g_autofree char *name = NULL;

  skip_space (self);
  first = self->at;
  if (!check_string (self))
    return FALSE;

  /* One written in two ways would not be seen to be the same. */
  name = g_strndup (first + 1, (gsize) (self->at - first) - 2);
  if (strchr (name, '\\') != NULL)
    return refuse (self, _("The name of a member has no backslash."));
  if (!g_hash_table_add (self->names[self->depth - 1], g_steal_pointer (&name)))
    return refuse (self, _("An object has two members of this name."));

  skip_space (self);
  if (peek (self) != ':')
    return refuse (self, _("A colon is missing after the name of a member."));
  self->at++;

  return TRUE;
}

static gboolean
open_bracket (Check *self)
{
  if (self->depth == YF_JSON_MAX_DEPTH)
    return refuse (self, _("Lists and objects are nested too deeply."));

  self->brackets[self->depth] = *self->at++;
  if (self->brackets[self->depth] == '{')
    self->names[self->depth] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->depth++;

  return TRUE;
}

static void
close_bracket (Check *self)
{
  self->at++;
  self->depth--;
  g_clear_pointer (&self->names[self->depth], g_hash_table_unref);
}

/* What comes after a value: what closes, or a comma and the next member. */
static gboolean
check_after_value (Check *self)
{
  while (self->depth > 0)
    {
      gboolean object = self->brackets[self->depth - 1] == '{';

      skip_space (self);
      if (peek (self) == ',')
        {
          self->at++;
          return !object || check_name (self);
        }

      if (self->at == self->end)
        return refuse (self, _("The file ends too early."));
      if (*self->at != (object ? '}' : ']'))
        return refuse (self, object ? _("A comma or “}” is missing here.") : _("A comma or “]” is missing here."));
      close_bracket (self);
    }

  return TRUE;
}

static gboolean
check_text (Check *self)
{
  do
    {
      char c;

      skip_space (self);
      c = peek (self);
      if (c == '{' || c == '[')
        {
          if (!open_bracket (self))
            return FALSE;
          skip_space (self);
          if (peek (self) != (c == '{' ? '}' : ']'))
            {
              if (c == '{' && !check_name (self))
                return FALSE;
              continue;
            }
          close_bracket (self);
        }
      else if (c == '"')
        {
          if (!check_string (self))
            return FALSE;
        }
      else if (c == '-' || g_ascii_isdigit (c))
        {
          if (!check_number (self))
            return FALSE;
        }
      else if (!check_word (self))
        {
          return FALSE;
        }

      if (!check_after_value (self))
        return FALSE;
    }
  while (self->depth > 0);

  skip_space (self);

  return self->at == self->end || refuse (self, _("Something follows the end of the value."));
}

/**
 * yf_json_check:
 * @text: what should be JSON
 * @length: its length in bytes
 * @message: (out): return location for what is wrong, one sentence in the person's language
 * @line: (out): return location for the line on which it is, from 1
 *
 * Holds a text to RFC 8259, and to what it leaves open: one value, UTF-8, no
 * member twice, numbers of %MAX_DIGITS digits before and after the point at most, and
 * no more than %YF_JSON_MAX_DEPTH levels.
 *
 * Returns: whether it is such a text
 */
gboolean
yf_json_check (const char  *text,
               gsize        length,
               const char **message,
               guint       *line)
{
  Check self = { .at = text, .end = text + length, .line = 1 };
  const char *valid_end;
  gboolean valid;

  g_return_val_if_fail (text != NULL, FALSE);

  valid = g_utf8_validate_len (text, length, &valid_end);
  if (valid)
    {
      valid = check_text (&self);
    }
  else
    {
      for (; self.at < valid_end; self.at++)
        self.line += *self.at == '\n';
      self.message = _("This is not UTF-8.");
    }

  for (guint i = 0; i < self.depth; i++)
    g_clear_pointer (&self.names[i], g_hash_table_unref);

  *message = self.message;
  *line = self.line;
  return valid;
}
