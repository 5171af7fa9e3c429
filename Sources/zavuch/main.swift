import Importing
import JournalStore

let store = try JournalStore(path: CommandLine.arguments[1])
let importer = Importer(ImportOptions(), keepOriginal: { _, _ in }) { batch in
  let outcome = try store.apply(batch)
  for (index, file) in batch.files.enumerated() {
    print(file.path, file.counts, outcome.changes[index], file.rejected.prefix(2), outcome.rejected[index].prefix(2))
  }
}
try importer.read(Array(CommandLine.arguments.dropFirst(2)))
