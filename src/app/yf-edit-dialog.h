/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

#define YF_TYPE_EDIT_DIALOG (yf_edit_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (YfEditDialog, yf_edit_dialog, YF, EDIT_DIALOG, AdwWindow)

/**
 * YfEditDialogClass:
 * @create_entry: makes the entry of what was typed, as yf_store_edit_async()
 *   takes it; or says what is wrong, where it is wrong, and returns %NULL
 * @free_entry: frees what @create_entry made
 *
 * A dialog in which an entry of the log is corrected or added. What could not
 * be written stays in it.
 */
struct _YfEditDialogClass
{
  AdwWindowClass parent_class;

  gpointer (*create_entry) (YfEditDialog *self);
  void     (*free_entry)   (YfEditDialog *self,
                            gpointer      entry);
};

void         yf_edit_dialog_set_up       (YfEditDialog *self,
                                          YfPerson     *person,
                                          GtkWindow    *parent,
                                          YfEntryKind   kind,
                                          const char   *old);
YfPerson    *yf_edit_dialog_get_person   (YfEditDialog *self);
void         yf_edit_dialog_add          (YfEditDialog *self,
                                          GtkWidget    *widget);
void         yf_edit_dialog_show_problem (YfEditDialog *self,
                                          const char   *message);

G_END_DECLS
