import Glibc
import Journal

/// The clock, read at the edge only.
enum Today {
  /// Today in the school's time zone (a name of the time zone database), or in the machine's.
  static func date(timeZone: String?) -> CivilDate { moment(timeZone: timeZone).date }

  /// Now, to the second.
  static func moment(timeZone: String?) -> LocalMoment {
    if let timeZone {
      setenv("TZ", timeZone, 1)
      tzset()
    }
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let date =
      CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CivilDate(days: 0)
    return LocalMoment(date, hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
  }
}
