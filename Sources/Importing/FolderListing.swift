import Glibc
import Journal

/// The names in a folder in order of their bytes, without hidden ones and those that Excel keeps beside an open book.
enum FolderListing {
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func names(in folder: String) throws(ImportProblem) -> [String] {
    guard let stream = opendir(folder) else {
      throw ImportProblem("папка «\(folder)» не открывается", hint: "Проверьте имя папки и права на неё.")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix("."), !name.hasPrefix("~$") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
