#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU and its headers would pull ICU's in, whose types clash with those of Foundation
// wherever a module imports both. Only the inside of xmlCharEncodingHandler depends on it, which nobody here looks into.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlwriter.h>

// xmlFree is a global variable that holds a function, which Swift 6 calls unsafe shared state.
static inline void zv_xml_free(void *p) {
  xmlFree(p);
}

// What a SAX callback gets: Swift's parser, and where the first error of the text stands.
typedef struct {
  void *parser;
  xmlParserCtxtPtr context;
  int has_error, is_at_end, line, column;
} zv_xml_state;

// The callback for errors is variadic, which Swift cannot write.
static void zv_xml_note_error(void *user, const char *message, ...) {
  (void)message;
  zv_xml_state *state = (zv_xml_state *)user;
  if (state->has_error) return;
  state->has_error = 1;
  xmlParserInputPtr input = state->context ? state->context->input : NULL;
  if (!input) return;
  state->is_at_end = input->cur >= input->end;
  state->line = input->line;
  state->column = input->col;
}
static inline void zv_xml_watch_errors(xmlSAXHandler *handler) {
  handler->error = zv_xml_note_error;
}
