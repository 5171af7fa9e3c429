#pragma once
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
