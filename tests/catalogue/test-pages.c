/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "broken-files.h"
#include "yf-catalogue.h"

static YfCatalogue *
load_builtin (void)
{
  g_autoptr (GError) error = NULL;
  YfCatalogue *catalogue = yf_catalogue_new_builtin (&error);

  g_assert_no_error (error);

  return catalogue;
}

static YfReading *
find (YfCatalogue *catalogue,
      const char  *id)
{
  GPtrArray *pages = yf_catalogue_get_pages (catalogue);

  for (guint i = 0; i < pages->len; i++)
    if (g_str_equal (yf_reading_get_id (g_ptr_array_index (pages, i)), id))
      return g_ptr_array_index (pages, i);

  g_test_message ("there is no page “%s”", id);
  return NULL;
}

/* What the issue asks for, and on which shelf it belongs. */
static const struct
{
  const char *id;
  YfTopic     topic;
} shelves[] = {
  { "sitting", YF_TOPIC_DAY }, { "standing", YF_TOPIC_DAY }, { "sleeping", YF_TOPIC_DAY },
  { "lifting", YF_TOPIC_DAY }, { "carrying-a-child", YF_TOPIC_DAY }, { "breaks", YF_TOPIC_DAY },
  { "massage", YF_TOPIC_DAY }, { "warmth-and-cold", YF_TOPIC_DAY }, { "belt", YF_TOPIC_DAY },
  { "medicines", YF_TOPIC_DAY }, { "activities", YF_TOPIC_DAY },
  { "stages", YF_TOPIC_COURSE }, { "first-days", YF_TOPIC_COURSE }, { "strengthening", YF_TOPIC_COURSE },
  { "going-on", YF_TOPIC_COURSE },
  { "why-the-leg", YF_TOPIC_SIGNS }, { "cramp-or-nerve", YF_TOPIC_SIGNS }, { "muscle-or-nerve", YF_TOPIC_SIGNS },
  { "piriformis-or-disc", YF_TOPIC_SIGNS }, { "restless-calves", YF_TOPIC_SIGNS }, { "soft-legs", YF_TOPIC_SIGNS },
  { "trembling-feet", YF_TOPIC_SIGNS },
  { "when-to-see-a-doctor", YF_TOPIC_DOCTOR }, { "which-department", YF_TOPIC_DOCTOR },
  { "what-to-tell-the-doctor", YF_TOPIC_DOCTOR }, { "tests", YF_TOPIC_DOCTOR }, { "treatments", YF_TOPIC_DOCTOR },
  { "special-groups", YF_TOPIC_DOCTOR }, { "about-the-sources", YF_TOPIC_DOCTOR },
  { "myths-signs", YF_TOPIC_MYTHS }, { "myths-waiting", YF_TOPIC_MYTHS }, { "myths-massage", YF_TOPIC_MYTHS },
  { "myths-bed", YF_TOPIC_MYTHS }, { "myths-exercise", YF_TOPIC_MYTHS }, { "myths-cures", YF_TOPIC_MYTHS },
};

static void
test_shelves (void)
{
  g_autoptr (YfCatalogue) catalogue = load_builtin ();

  g_assert_cmpuint (yf_catalogue_get_pages (catalogue)->len, ==, G_N_ELEMENTS (shelves));

  for (gsize i = 0; i < G_N_ELEMENTS (shelves); i++)
    {
      YfReading *page = find (catalogue, shelves[i].id);

      g_assert_nonnull (page);
      g_assert_cmpint (yf_reading_get_topic (page), ==, shelves[i].topic);
      g_assert_cmpstr (yf_reading_get_title (page), !=, "");
      g_assert_cmpstr (yf_reading_get_summary (page), !=, "");
      g_assert_cmpuint (yf_reading_get_paragraphs (page)->len, >, 0);
    }
}

/* Read out of the five documents by hand: what a page must say, by a piece of
 * one of its paragraphs, and the document and section it must be laid to. */
static const struct
{
  const char *page;
  const char *text;
  const char *document;
  const char *section;
} facts[] = {
  { "sitting", "ten centimetres high", "000", "Sitting, standing, lying" },
  { "sitting", "fifteen centimetres high", "003", "Prevention: office workers" },
  { "sitting", "level with the eyes", "002", "Prevention: office workers" },
  { "standing", "ear, shoulder, hip and knee are in one line", "000", "Sitting, standing, lying" },
  { "sleeping", "a pillow under the knees", "000", "Sitting, standing, lying" },
  { "sleeping", "a pillow between the legs", "000", "Sitting, standing, lying" },
  { "lifting", "three times as much as standing", "000", "Pitfalls" },
  { "carrying-a-child", "a seat on the hip", "003", "Mothers with small children" },
  { "carrying-a-child", "six weeks after a birth", "003", "Mothers with small children" },
  { "breaks", "Every thirty minutes", "002", "Step 3: relief at home" },
  { "breaks", "Every forty minutes, says this one, for five minutes", "001", "Question 3" },
  { "breaks", "Every forty minutes, says this one, with a short stretch", "003", "Prevention: office workers" },
  { "breaks", "Every hour, says this one, for three to five minutes", "000", "Sitting, standing, lying" },
  { "breaks", "Every hour, the same document says of days at the desk, for five minutes", "002", "Prevention: office workers" },
  { "breaks", "Every hour, says this one, for five minutes", "004", "Protection: office workers" },
  { "breaks", "The shorter time is the stricter one", "app", NULL },
  { "breaks", "left for fifteen seconds, then to the right, three times", "003", "Prevention: office workers" },
  { "breaks", "lean back slowly for ten seconds, five times", "003", "Prevention: office workers" },
  { "massage", "no massage at all, and no traction", "003", "Physical therapy: acute stage" },
  { "warmth-and-cold", "first 72 hours of the pain: cold, fifteen to twenty minutes, three to four times a day", "002", "Step 3: relief at home" },
  { "warmth-and-cold", "40 to 45 °C, fifteen to twenty minutes, two to three times a day", "003", "Physical therapy: acute stage" },
  { "warmth-and-cold", "no warmth before 72 hours have passed", "app", NULL },
  { "belt", "Do not wear it for long", "004", "Protection: manual workers" },
  { "medicines", "one to three months to see an effect", "003", "Medicines" },
  { "medicines", "no driving", "003", "Medicines" },
  { "medicines", "pepper water", "004", "Misconception 2" },
  { "activities", "two to three times a week", "004", "Protection: older people" },
  { "activities", "ten to fifteen minutes before sport", "002", "Prevention: sport" },
  { "activities", "Sit-ups", "002", "Prevention: sport" },
  { "activities", "deep squats and splits", "003", "Causes: piriformis" },
  { "stages", "the first one to two weeks of the pain", "003", "Physical therapy: acute stage" },
  { "stages", "two weeks after the pain has eased", "003", "Physical therapy: recovery" },
  { "stages", "one to two months after treatment or an operation", "004", "Step 3: rehabilitation" },
  { "stages", "until 14 days have passed and you say that the pain has eased", "app", NULL },
  { "stages", "14 days since relief and 30 days since treatment began", "app", NULL },
  { "stages", "60 days later at the earliest", "app", NULL },
  { "stages", "90 days have passed since relief", "app", NULL },
  { "stages", "three to four times a week, twenty minutes each", "004", "Question 2" },
  { "going-on", "one to three months after the pain has gone", "003", "Misconception 2" },
  { "cramp-or-nerve", "longer than a day or two after a cramp", "003", "What sciatica is" },
  { "muscle-or-nerve", "walking on cotton", "002", "Step 2: tell the pains apart" },
  { "piriformis-or-disc", "worse when you sit down", "003", "Causes: piriformis" },
  { "restless-calves", "more than three times a week, if it lasts longer than two weeks", "000", "When to see a doctor" },
  { "soft-legs", "lower back checked regularly", "001", "Special groups" },
  { "trembling-feet", "Trembling without pain counts too", "004", "Question 1" },
  { "when-to-see-a-doctor", "Urine or stool cannot be held", "003", "See a doctor at once" },
  { "when-to-see-a-doctor", "Numbness between the legs", "002", "Step 4: when to see a doctor" },
  { "when-to-see-a-doctor", "lasted two weeks", "003", "See a doctor at once" },
  { "when-to-see-a-doctor", "lasted three days", "002", "Step 4: when to see a doctor" },
  { "which-department", "orthopaedics or rehabilitation", "000", "When to see a doctor" },
  { "which-department", "obstetrics and orthopaedics", "001", "Special groups" },
  { "which-department", "endocrinology and orthopaedics", "001", "Special groups" },
  { "which-department", "emergency care", "000", "When to see a doctor" },
  { "treatments", "three months of other treatment", "003", "Surgery" },
  { "treatments", "three to six months", "004", "Step 2: surgery" },
  { "treatments", "three to five times a week for two weeks", "003", "Physical therapy: acute stage" },
};

static void
test_facts (void)
{
  g_autoptr (YfCatalogue) catalogue = load_builtin ();

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      YfReading *page = find (catalogue, facts[i].page);
      GPtrArray *paragraphs;
      guint n_found = 0;

      g_assert_nonnull (page);
      g_test_message ("%s: %s", facts[i].page, facts[i].text);
      paragraphs = yf_reading_get_paragraphs (page);
      for (guint j = 0; j < paragraphs->len; j++)
        {
          const YfParagraph *paragraph = g_ptr_array_index (paragraphs, j);

          if (strstr (yf_note_get_text (paragraph->note), facts[i].text) == NULL)
            continue;
          n_found++;
          g_assert_cmpstr (yf_source_get_document (paragraph->note->source), ==, facts[i].document);
          if (facts[i].section != NULL)
            g_assert_cmpstr (yf_source_get_section (paragraph->note->source), ==, facts[i].section);
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
}

/* Every mistaken belief that the five documents name, and a piece of what they
 * say against it. */
static const struct
{
  const char *claim;
  const char *document;
  const char *section;
  const char *correction;
} myths[] = {
  { "A bad calf means a lack of calcium", "000", "Misconception 1", "pass in minutes" },
  { "Only back pain together with leg pain is a disc", "000", "Misconception 2", "The leg can be first" },
  { "Bear it", "000", "Misconception 3", "lasting harm" },
  { "The softer the bed", "000", "Pitfalls", "the spine sinks" },
  { "Any massage parlour", "000", "Pitfalls", "force" },
  { "always a lack of calcium", "001", "Misconception 1", "all over the body" },
  { "A rest, and it is over", "001", "Misconception 2", "step by step" },
  { "Massage can push the disc back in", "001", "Misconception 3", "risky" },
  { "My back does not hurt", "001", "Question 1", "even without back pain" },
  { "Only an operation helps", "001", "Question 2", "Most people get better without one" },
  { "as good as a medicine", "001", "Special groups", "It is not" },
  { "look only at the leg", "002", "Misconception 1", "leave the back untreated" },
  { "The harder the massage, the better", "002", "Misconception 2", "injure the nerve" },
  { "If it hurts, it works", "002", "Misconception 2", "a reason to stop" },
  { "No need for a doctor", "002", "Misconception 3", "for good" },
  { "Only old people", "002", "Misconception 4", "twenties" },
  { "hard board", "002", "Misconception 5", "medium mattress" },
  { "Take calcium and they go", "003", "Misconception 1", "calcium does not help" },
  { "When the pain stops", "003", "Misconception 2", "one to three months" },
  { "A strong hand pushes the disc back", "003", "Misconception 3", "only gentle hands" },
  { "No pain in the waist", "003", "Causes: herniated disc", "buttock and leg alone" },
  { "Start training at once", "004", "Misconception 1", "makes things worse" },
  { "Pepper water", "004", "Misconception 2", "no scientific ground" },
  { "need not protect my back any more", "004", "Misconception 3", "Protection has no end" },
  { "It only trembles", "004", "Question 1", "early sign" },
  { "train for the rest of my life", "004", "Question 2", "The habits are for life" },
  { "Supplements repair the disc", "004", "Question 3", "They cannot" },
  { "ask for an operation soon", "004", "Step 2: surgery", "strict reasons" },
};

static void
test_myths (void)
{
  g_autoptr (YfCatalogue) catalogue = load_builtin ();
  GPtrArray *pages = yf_catalogue_get_pages (catalogue);

  for (gsize i = 0; i < G_N_ELEMENTS (myths); i++)
    {
      guint n_found = 0;

      g_test_message ("%s", myths[i].claim);
      for (guint p = 0; p < pages->len; p++)
        {
          GPtrArray *paragraphs = yf_reading_get_paragraphs (g_ptr_array_index (pages, p));

          for (guint j = 0; j < paragraphs->len; j++)
            {
              const YfParagraph *claim = g_ptr_array_index (paragraphs, j);
              const YfParagraph *correction;

              if (claim->kind != YF_PARAGRAPH_CLAIM ||
                  strstr (yf_note_get_text (claim->note), myths[i].claim) == NULL)
                continue;
              correction = g_ptr_array_index (paragraphs, j + 1);
              n_found++;
              g_assert_cmpstr (yf_source_get_document (claim->note->source), ==, myths[i].document);
              g_assert_cmpstr (yf_source_get_section (claim->note->source), ==, myths[i].section);
              g_assert_nonnull (strstr (yf_note_get_text (correction->note), myths[i].correction));
            }
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
}

/* What holds for every page. */
static void
test_laws (void)
{
  g_autoptr (YfCatalogue) catalogue = load_builtin ();
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *pages = yf_catalogue_get_pages (catalogue);

  for (guint i = 0; i < pages->len; i++)
    {
      YfReading *page = g_ptr_array_index (pages, i);
      GPtrArray *paragraphs = yf_reading_get_paragraphs (page);
      gboolean open = FALSE;
      gboolean tells = FALSE;

      g_test_message ("%s", yf_reading_get_id (page));
      g_assert_true (g_hash_table_add (titles, (gpointer) yf_reading_get_title (page)));

      for (guint j = 0; j < paragraphs->len; j++)
        {
          const YfParagraph *paragraph = g_ptr_array_index (paragraphs, j);
          const char *text = yf_note_get_text (paragraph->note);

          g_assert_nonnull (paragraph->note->source);
          /* No share is shown as if it were verified. */
          g_assert_null (strchr (text, '%'));
          g_assert_false (open && paragraph->kind == YF_PARAGRAPH_CLAIM);
          open = paragraph->kind == YF_PARAGRAPH_CLAIM;
          tells = tells || g_str_equal (text, "What to tell the doctor:");
        }
      g_assert_false (open);

      /* Telling signs apart is no diagnosis, and ends in what to tell. */
      if (yf_reading_get_topic (page) == YF_TOPIC_SIGNS && !g_str_equal (yf_reading_get_id (page), "why-the-leg"))
        {
          const YfParagraph *last = g_ptr_array_index (paragraphs, paragraphs->len - 1);

          g_assert_true (tells);
          g_assert_cmpint (last->kind, ==, YF_PARAGRAPH_POINT);
          g_assert_nonnull (strstr (yf_reading_get_summary (page), "Not a diagnosis."));
        }
    }
}

static const char searched[] =
  "<catalogue>"
  "<page id='lifting' topic='day'><title>Lifting and carrying</title><summary>Never from a bent back.</summary>"
  "<paragraph source='app'>Squat down first. Ask the doctor’s advice.</paragraph>"
  "<paragraph kind='point' source='app'>Bring it CLOSE to you; Straße.</paragraph></page>"
  "<page id='bed' topic='myths'><title>睡硬板床</title><summary>床垫</summary>"
  "<claim source='app'>睡硬板床就能治好腰椎间盘突出。</claim>"
  "<paragraph source='app'>选择硬度适中的床垫 MRI。</paragraph></page>"
  "</catalogue>";

static const struct
{
  const char *words;
  gboolean    lifting;
  gboolean    bed;
} searches[] = {
  { "", TRUE, TRUE },
  { "  \t ", TRUE, TRUE },
  { "carrying", TRUE, FALSE },
  { "CARRY", TRUE, FALSE },
  { "bent", TRUE, FALSE },
  { "close", TRUE, FALSE },
  { "squat close lift", TRUE, FALSE },
  { "  squat\tclose  ", TRUE, FALSE },
  { "squat sleeping", FALSE, FALSE },
  { "downfirst", FALSE, FALSE },
  { "down first", TRUE, FALSE },
  { "doctor's", TRUE, FALSE },
  { "doctor’s", TRUE, FALSE },
  { "STRASSE", TRUE, FALSE },
  { "ｓｑｕａｔ", TRUE, FALSE },
  { "carryingNever", FALSE, FALSE },
  { "day", FALSE, FALSE },
  { "硬板床", FALSE, TRUE },
  { "间盘", FALSE, TRUE },
  { "床垫　mri", FALSE, TRUE },
  { "硬板床 squat", FALSE, FALSE },
  { "软床", FALSE, FALSE },
};

static void
test_search (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (searched, strlen (searched));
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_from_bytes ("searched", bytes, &error);

  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_test_message ("“%s”", searches[i].words);
      g_assert_cmpint (yf_reading_matches (find (catalogue, "lifting"), searches[i].words), ==, searches[i].lifting);
      g_assert_cmpint (yf_reading_matches (find (catalogue, "bed"), searches[i].words), ==, searches[i].bed);
    }
}

/* Every file in pages/broken/, with the line and a part of the sentence. */
static const BrokenFile broken[] = {
  { "no-id.xml", 3, "“id”" },
  { "bad-id.xml", 3, "the id “Lift Up”" },
  { "same-id-twice.xml", 8, "“lifting” stands here twice" },
  { "no-topic.xml", 3, "“topic”" },
  { "unknown-topic.xml", 3, "no topic “night”" },
  { "unknown-attribute.xml", 3, "<page> cannot have the attribute “source”" },
  { "unknown-element.xml", 6, "<para> has no place here" },
  { "no-title.xml", 3, "needs a <title>" },
  { "two-titles.xml", 5, "<title> stands here twice" },
  { "empty-title.xml", 4, "<title> is empty" },
  { "title-with-source.xml", 4, "<title> cannot have the attribute “source”" },
  { "no-summary.xml", 3, "needs a <summary>" },
  { "no-paragraph.xml", 3, "needs a <paragraph>" },
  { "empty-paragraph.xml", 6, "<paragraph> is empty" },
  { "markup-in-paragraph.xml", 6, "<b> has no place here" },
  { "unknown-kind.xml", 6, "no kind of paragraph “claim”" },
  { "no-source.xml", 6, "“source”" },
  { "unknown-source.xml", 6, "no source “005”" },
  { "no-section.xml", 6, "needs the section" },
  { "claim-without-source.xml", 6, "“source”" },
  { "claim-with-kind.xml", 6, "<claim> cannot have the attribute “kind”" },
  { "two-claims.xml", 7, "the claim before this one is not corrected" },
  { "claim-at-the-end.xml", 3, "the last claim of this page is not corrected" },
};

static void
test_broken (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "pages", "broken", NULL);

  check_broken_files (folder, broken, G_N_ELEMENTS (broken));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/shelves", test_shelves);
  g_test_add_func ("/pages/facts", test_facts);
  g_test_add_func ("/pages/myths", test_myths);
  g_test_add_func ("/pages/laws", test_laws);
  g_test_add_func ("/pages/search", test_search);
  g_test_add_func ("/pages/broken", test_broken);

  return g_test_run ();
}
