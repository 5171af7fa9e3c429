#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU and its headers would pull ICU's in, whose types clash with those of Foundation
// wherever a module imports both. Only the inside of xmlCharEncodingHandler depends on it, which nobody here looks into.
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlwriter.h>

// xmlFree is a global variable that holds a function, which Swift 6 calls unsafe shared state.
static inline void zv_xml_free(void *p) {
  xmlFree(p);
}
