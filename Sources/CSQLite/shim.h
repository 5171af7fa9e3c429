#pragma once
#include <sqlite3.h>

// sqlite3_config and sqlite3_db_config are variadic, which Swift cannot call.
// Without its own counting of memory SQLite takes no lock at every allocation. Only the first call, before any
// connection, has an effect.
static inline int zv_sqlite3_memstatus_off(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

static inline int zv_sqlite3_dqs_off(sqlite3 *db) {
  int rc = sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
  return rc != SQLITE_OK ? rc : sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
}

// SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import. A text of no bytes may come
// without an address, which SQLite would take for NULL.
static inline int zv_sqlite3_bind_text(sqlite3_stmt *s, int i, const char *p, int n) {
  return sqlite3_bind_text(s, i, p ? p : "", n, SQLITE_TRANSIENT);
}

// SQLITE_STATIC is a cast to a function pointer, too: the text stays where it is until the next binding.
static inline int zv_sqlite3_bind_kept_text(sqlite3_stmt *s, int i, const void *p, int n) {
  return sqlite3_bind_text(s, i, (const char *)p, n, SQLITE_STATIC);
}
