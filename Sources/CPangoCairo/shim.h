#pragma once
#include <cairo.h>
#include <fontconfig/fontconfig.h>
// HarfBuzz comes with Pango, whose headers name its types; here too for the subsets of fonts.
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

// A GObject cast macro stands between the two headers' types: a fresh FreeType font map that knows the fonts of
// `config` and no others. Null if Cairo has no FreeType backend.
static inline PangoFontMap *zv_font_map_new(FcConfig *config) {
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  if (map) pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
  return map;
}

// As above: the path of the file a font is of; null for a font that is of no file. The pattern owns it.
static inline const char *zv_font_file(PangoFont *font) {
  FcChar8 *path = NULL;
  if (!PANGO_IS_FC_FONT(font)) return NULL;
  FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch) return NULL;
  return (const char *)path;
}

// Pango's attributes are made by one call and bounded by writing their fields: bold from byte `start` to byte `end`.
static inline void zv_attr_list_insert_bold(PangoAttrList *list, guint start, guint end) {
  PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
  bold->start_index = start;
  bold->end_index = end;
  pango_attr_list_insert(list, bold);
}

// As above: no hyphen is drawn where a word is broken from byte `start` to byte `end`.
static inline void zv_attr_list_insert_no_hyphens(PangoAttrList *list, guint start, guint end) {
  PangoAttribute *bare = pango_attr_insert_hyphens_new(FALSE);
  bare->start_index = start;
  bare->end_index = end;
  pango_attr_list_insert(list, bare);
}

// As above: no line breaks.
static inline void zv_attr_list_insert_no_breaks(PangoAttrList *list, guint start, guint end) {
  PangoAttribute *bare = pango_attr_allow_breaks_new(FALSE);
  bare->start_index = start;
  bare->end_index = end;
  pango_attr_list_insert(list, bare);
}
