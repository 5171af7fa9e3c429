import Glibc
import Importing
import JournalStore

func now() -> Double {
  var t = timespec()
  clock_gettime(CLOCK_MONOTONIC, &t)
  return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
}
let t0 = now()
let store = try JournalStore(path: CommandLine.arguments[1])
if getenv("NOFK") != nil { try store.database.execute("PRAGMA foreign_keys=OFF") }
if let p = getenv("PRAG") { try store.database.execute(String(cString: p)) }
let importer = Importer(ImportOptions(), keepOriginal: { _, _ in }) { batch in
  let t1 = now()
  let outcome = try store.apply(batch)
  print("read", t1 - t0, "apply", now() - t1, outcome.changes.count)
}
try importer.read(Array(CommandLine.arguments.dropFirst(2)))
