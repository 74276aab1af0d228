/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-exercise-picture.h"
#include "yf-figure.h"
#include "yf-style.h"

struct _YfExercisePicture
{
  GtkDrawingArea parent_instance;

  YfCatalogue *catalogue;
  YfExercise  *exercise;
  YfFigure    *figure;    /* NULL until it is drawn */
};

G_DEFINE_FINAL_TYPE (YfExercisePicture, yf_exercise_picture, GTK_TYPE_DRAWING_AREA)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cairo,
         int             width,
         int             height,
         gpointer        user_data)
{
  YfExercisePicture *self = YF_EXERCISE_PICTURE (area);

  if (self->figure == NULL)
    self->figure = yf_figure_new (self->catalogue, self->exercise);
  yf_figure_draw_key (self->figure, yf_figure_get_main_key (self->figure),
                      yf_style_get_palette (GTK_WIDGET (area)), cairo, width, height);
}

static void
dispose (GObject *object)
{
  YfExercisePicture *self = YF_EXERCISE_PICTURE (object);

  /* What is still drawn on the way out has nothing to show. */
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), NULL, NULL, NULL);
  g_clear_pointer (&self->figure, yf_figure_unref);
  g_clear_pointer (&self->exercise, yf_exercise_unref);
  g_clear_pointer (&self->catalogue, yf_catalogue_unref);

  G_OBJECT_CLASS (yf_exercise_picture_parent_class)->dispose (object);
}

static void
yf_exercise_picture_class_init (YfExercisePictureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
yf_exercise_picture_init (YfExercisePicture *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * yf_exercise_picture_show:
 * @self: an empty picture
 * @catalogue: what can be done
 * @exercise: a movement of it
 *
 * Called once.
 */
void
yf_exercise_picture_show (YfExercisePicture *self,
                          YfCatalogue       *catalogue,
                          YfExercise        *exercise)
{
  g_return_if_fail (YF_IS_EXERCISE_PICTURE (self));
  g_return_if_fail (self->exercise == NULL);

  self->catalogue = yf_catalogue_ref (catalogue);
  self->exercise = yf_exercise_ref (exercise);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
}
