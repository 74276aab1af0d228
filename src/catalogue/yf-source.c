/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-source.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "yf-catalogue.h"

struct _YfSource
{
  gatomicrefcount  ref_count;
  char            *document;
  char            *section;   /* a msgid, NULL for Yanfei's own */
};

G_DEFINE_BOXED_TYPE (YfSource, yf_source, yf_source_ref, yf_source_unref)

/* The source documents, as the project numbers them. */
static const char * const documents[] = { "000", "001", "002", "003", "004", YF_SOURCE_APP, NULL };

/**
 * yf_source_new:
 * @document: "000" to "004", or %YF_SOURCE_APP
 * @section: (nullable): the section in it, untranslated; none for
 *   %YF_SOURCE_APP
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a new source, or %NULL with
 *   %YF_CATALOGUE_ERROR_INVALID if there is no such document, or if a document
 *   comes without a section
 */
YfSource *
yf_source_new (const char  *document,
               const char  *section,
               GError     **error)
{
  YfSource *self;
  gboolean own;

  g_return_val_if_fail (document != NULL, NULL);

  if (!g_strv_contains (documents, document))
    {
      /* Translators: what a catalogue file says where a document's number belongs */
      g_set_error (error, YF_CATALOGUE_ERROR, YF_CATALOGUE_ERROR_INVALID,
                   _("there is no source “%s”; the documents are 000 to 004, and “app” is Yanfei itself"),
                   document);
      return NULL;
    }

  own = g_str_equal (document, YF_SOURCE_APP);
  if (own != (section == NULL || *section == '\0'))
    {
      g_set_error_literal (error, YF_CATALOGUE_ERROR, YF_CATALOGUE_ERROR_INVALID,
                           own ? _("the source “app” has no section")
                               : _("a source needs the section of the document"));
      return NULL;
    }

  self = g_new0 (YfSource, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->document = g_strdup (document);
  self->section = own ? NULL : g_strdup (section);

  return self;
}

/**
 * yf_source_new_programme:
 * @clinician: who wrote the programme
 *
 * A source that no file of the catalogue or of the rules can name.
 *
 * Returns: (transfer full): a source of %YF_SOURCE_PROGRAMME
 */
YfSource *
yf_source_new_programme (const char *clinician)
{
  YfSource *self;

  g_return_val_if_fail (clinician != NULL && *clinician != '\0', NULL);

  self = g_new0 (YfSource, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->document = g_strdup (YF_SOURCE_PROGRAMME);
  self->section = g_strdup (clinician);

  return self;
}

YfSource *
yf_source_ref (YfSource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_source_unref (YfSource *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->document);
  g_free (self->section);
  g_free (self);
}

/**
 * yf_source_get_document:
 * @self: a source
 *
 * Returns: (transfer none): "000" to "004", or %YF_SOURCE_APP
 */
const char *
yf_source_get_document (YfSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

/**
 * yf_source_get_section:
 * @self: a source
 *
 * Returns: (transfer none): the section in the document, or that it is
 *   Yanfei's own choice, in the person's language
 */
const char *
yf_source_get_section (YfSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->section == NULL ? _("Yanfei’s own cautious choice") : _(self->section);
}

/**
 * yf_source_is_own:
 * @self: a source
 *
 * Returns: whether no document says it and it is Yanfei's own choice
 */
gboolean
yf_source_is_own (YfSource *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->section == NULL;
}

/**
 * yf_source_to_string:
 * @self: a source
 *
 * Returns: (transfer full): the source as a person reads it, such as
 *   "Document 002, Prevention: older people"
 */
char *
yf_source_to_string (YfSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->section == NULL)
    return g_strdup (yf_source_get_section (self));

  if (g_str_equal (self->document, YF_SOURCE_PROGRAMME))
    /* Translators: a source; the name of a clinician */
    return g_strdup_printf (_("Your programme, by %s"), self->section);

  /* Translators: the number of a source document, and a section in it */
  return g_strdup_printf (_("Document %s, %s"), self->document, yf_source_get_section (self));
}
