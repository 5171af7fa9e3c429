import Journal

/// What lists say of one pupil's class and stay, told in order of school year and moment.
struct PupilStates {
  private var stays: [ClassStay] = []
  private(set) var firstYear: Int64?
  private(set) var lastYear: Int64?
  private(set) var enrolled: Int64?
  private(set) var saysLeft = false
  private(set) var left: Int64?

  /// A row of `school_year, taken_at, study_class, enrolled_on, says_left, left_on` that begins at a column.
  mutating func add(_ row: Statement, from first: Int32) {
    let year = row.integer(first)
    firstYear = firstYear ?? year
    lastYear = year
    enrolled = row.optionalInteger(first + 3) ?? enrolled
    if row.integer(first + 4) == 1 { (saysLeft, left) = (true, row.optionalInteger(first + 5)) }
    guard let studyClass = row.optionalInteger(first + 2) else { return }
    let day = ClassStay.day(of: row.integer(first + 1), inYear: year)
    if stays.last?.studyClass == studyClass {
      stays[stays.count - 1].extend(toYear: year, day: day)
    } else {
      stays.append(ClassStay(studyClass, year: year, day: day))
    }
  }

  var studyClass: Int64? { stays.last?.studyClass }

  /// The first day in the present class of a pupil who has moved, and the classes before it.
  var moves: (begin: Int64?, former: [(studyClass: Int64, from: Int64, to: Int64)]) {
    var begin: Int64?
    var former: [(studyClass: Int64, from: Int64, to: Int64)] = []
    for (stay, next) in zip(stays, stays.dropFirst()) {
      let end = stay.end(before: next)
      if (begin ?? 0) <= end { former.append((stay.studyClass, begin ?? 0, end)) }
      begin = next.begin(after: stay)
    }
    return (begin, former)
  }
}

/// Writes the classes that pupils have left.
struct FormerClassWriter {
  private let insert: Statement

  /// `schema`: `main`, or `temp` for the pupils of a school year.
  init(_ database: Database, schema: String) throws(StoreError) {
    insert = try database.prepare(
      "INSERT INTO \(schema).former_class (pupil, study_class, from_day, to_day) VALUES (?1, ?2, ?3, ?4)")
  }

  func write(_ stays: [(studyClass: Int64, from: Int64, to: Int64)], of pupil: Int64) throws(StoreError) {
    for stay in stays {
      try insert.bind(pupil, at: 1)
      try insert.bind(stay.studyClass, at: 2)
      try insert.bind(stay.from, at: 3)
      try insert.bind(stay.to, at: 4)
      try insert.run()
    }
  }
}
