/// What to write a school as.
public enum SampleFormat: Hashable, Sendable {
  /// Interchange tables, a CSV file each, into a folder.
  case tables(TableStyle)
  /// The same files in one ZIP.
  case tablesZip(TableStyle)
  /// Дневник.ру's class journals: a ZIP; with several schools a folder of ZIPs, `journals-<n>.zip`.
  case journals
}
