import CommandLineInterface
import FoundationEssentials
import Glibc

/// Where the program's own folders lie: beside the executable, in `../share/zavuch`, or in the source tree above it.
enum Installation {
  static let version = "0.1.0"

  /// The path of `ReportTemplates`, `SampleData` …; throws where it is nowhere.
  static func folder(_ name: String) throws -> String {
    let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    var place = StoreLocation.parent(of: executable)
    let installed = "\(place)/../share/zavuch/\(name)"
    if StoreLocation.isFolder(installed) { return installed }
    while true {
      let candidate = place == "/" ? "/\(name)" : "\(place)/\(name)"
      if StoreLocation.isFolder(candidate) { return candidate }
      if place == "/" || place == "." { break }
      place = StoreLocation.parent(of: place)
    }
    throw UsageError(
      "Не найдена папка программы «\(name)».",
      hint: "Она должна лежать рядом с программой zavuch или в ../share/zavuch; установите программу заново.")
  }
}
