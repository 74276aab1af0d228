/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure-passage.h"

struct _YfPassage
{
  YfScore *rests;    /* owns the stances */
  YfWay   *way;
};

/* The least that a step of turning over counts for in its time, in statures. */
#define SHORTEST 0.15

/* How one rests in each posture. */
static const char * const rest_poses[] = {
  [YF_POSTURE_SUPINE] = "supine-rest",
  [YF_POSTURE_SIDE] = "side-rest",
  [YF_POSTURE_PRONE] = "prone-rest",
  [YF_POSTURE_STANDING] = "standing-rest",
};

/* Both are gone either way. */
static const char * const way_down[] = {
  "supine-rest", "supine-reaching", "supine-turning", "side-rest", "prone-turning", "prone-reaching", "prone-rest",
};
static const char * const way_up[] = {
  "prone-rest", "all-fours", "kneeling", "half-kneeling", "rising", "standing-rest",
};

static YfStance *
get_stance (YfPassage   *self,
            YfCatalogue *catalogue,
            const char  *id)
{
  return yf_score_get_stance (self->rests, yf_catalogue_find_pose (catalogue, id), FALSE);
}

/* The end of what was before, as it stood in its own room. */
static YfStance *
take_over (YfPassage      *self,
           const YfStance *end)
{
  YfStance *stance = g_new (YfStance, 1);

  *stance = *end;
  stance->key = NULL;
  g_ptr_array_add (self->rests->stances, stance);

  return stance;
}

static guint
find_id (const char * const *ids,
         guint               n_ids,
         const char         *id)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_str_equal (ids[i], id))
      return i;

  return 0;
}

/* Slowly throughout: what is further away comes later. */
static void
spread (YfWay *way)
{
  double at = 0;

  for (guint i = 0; i < way->ats->len; i++)
    {
      if (i > 0)
        at += SHORTEST + yf_stance_get_distance (g_ptr_array_index (way->stances, i - 1),
                                                 g_ptr_array_index (way->stances, i));
      g_array_index (way->ats, double, i) = at;
    }
  for (guint i = 0; i < way->ats->len; i++)
    g_array_index (way->ats, double, i) /= at;
}

static void
turn (YfPassage   *self,
      YfCatalogue *catalogue,
      YfPosture    from,
      YfPosture    to)
{
  guint first = find_id (way_down, G_N_ELEMENTS (way_down), rest_poses[from]);
  guint last = find_id (way_down, G_N_ELEMENTS (way_down),
                        to == YF_POSTURE_STANDING ? "prone-rest" : rest_poses[to]);

  if (from != YF_POSTURE_STANDING)
    {
      for (guint i = first; i != last; i += first < last ? 1 : -1)
        yf_way_add (self->way, 0, get_stance (self, catalogue, way_down[i]));
      yf_way_add (self->way, 0, get_stance (self, catalogue, way_down[last]));
    }
  if (from == YF_POSTURE_STANDING)
    {
      for (guint i = G_N_ELEMENTS (way_up); i-- > 0;)
        yf_way_add (self->way, 0, get_stance (self, catalogue, way_up[i]));
      for (guint i = G_N_ELEMENTS (way_down) - 1; i > last; i--)
        yf_way_add (self->way, 0, get_stance (self, catalogue, way_down[i - 1]));
    }
  if (to == YF_POSTURE_STANDING)
    for (guint i = 1; i < G_N_ELEMENTS (way_up); i++)
      yf_way_add (self->way, 0, get_stance (self, catalogue, way_up[i]));
  spread (self->way);
}

/**
 * yf_passage_new:
 * @catalogue: where the poses are
 * @end: (nullable): how somebody lay or stood last; %NULL to begin at rest
 * @from: in which posture
 * @to: in which they are to be. From a posture to itself it is no way at all, and ends in @end
 *
 * Returns: (transfer full): the way there
 */
YfPassage *
yf_passage_new (YfCatalogue    *catalogue,
                const YfStance *end,
                YfPosture       from,
                YfPosture       to)
{
  YfPassage *self = g_new0 (YfPassage, 1);

  self->rests = yf_score_new_empty (YF_SURROUNDING_MAT);
  self->way = yf_way_new (YF_ATTENTION_NONE);
  yf_way_add (self->way, 0, end != NULL ? take_over (self, end) : get_stance (self, catalogue, rest_poses[from]));
  if (end == NULL || from != to)
    turn (self, catalogue, from, to);

  return self;
}

void
yf_passage_free (YfPassage *self)
{
  yf_way_free (self->way);
  yf_score_free (self->rests);
  g_free (self);
}

const YfWay *
yf_passage_get_way (const YfPassage *self)
{
  return self->way;
}

/* Returns: (transfer none): where it ends */
YfStance *
yf_passage_get_end (const YfPassage *self)
{
  return yf_way_get_last (self->way);
}

/* Returns: (transfer none): how one rests in a posture */
const YfPose *
yf_passage_get_rest (YfCatalogue *catalogue,
                     YfPosture    posture)
{
  return yf_catalogue_find_pose (catalogue, rest_poses[posture]);
}
