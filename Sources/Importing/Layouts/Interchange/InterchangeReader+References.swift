import Journal

/// Ids to positions in the batch. An id met before its own row, or without one, stands as a reference until the row
/// comes.
extension InterchangeReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Puts an entity where its id is, or appends it; an id that has had its row is a duplicate.
  mutating func define<Entity: KeyedEntity>(
    _ key: Bytes, in index: WritableKeyPath<InterchangeReader, KeyIndex>,
    _ entities: WritableKeyPath<InterchangeReader, [Entity]>, _ entity: Entity,
    _ keyPath: WritableKeyPath<Entity, String>, _ row: borrowing CSVRow, _ column: Int, _ rows: TableRows
  ) throws(RowProblem) {
    let (position, isNew) = self[keyPath: index].insert(key)
    var entity = entity
    entity[keyPath: keyPath] = String(decoding: key, as: UTF8.self)
    if isNew {
      self[keyPath: entities].append(entity)
    } else if self[keyPath: entities][Int(position)].isReference {
      self[keyPath: entities][Int(position)] = entity
    } else {
      throw duplicate(row, column, rows)
    }
  }

  func duplicate(_ row: borrowing CSVRow, _ column: Int, _ rows: TableRows) -> RowProblem {
    rows.problem(
      row, column, "повтор: такой \(rows.names[column]) уже есть в таблице \(rows.table.rawValue)",
      "У каждой строки должен быть свой \(rows.names[column]); принята первая.")
  }

  /// A school must have its row, unless the export has no table of schools: then its id names it.
  mutating func school(_ row: borrowing CSVRow, _ column: Int, _ rows: TableRows) throws(RowProblem) -> Int32 {
    let key = try rows.required(row, column)
    if let known = schools.position(of: key) { return known }
    guard found[.schools] == nil else {
      throw rows.problem(row, column, "такой школы нет в таблице schools", "Исправьте school_id или добавьте школу.")
    }
    batch.schools.append(BatchSchool(key: String(decoding: key, as: UTF8.self), name: "", place: rows.place(row)))
    return schools.insert(key).position
  }

  mutating func teacher(_ key: Bytes, _ place: FactPlace) -> Int32 {
    InterchangeReader.refer(key, &teachers, &batch.teachers) {
      BatchTeacher(key: $0, name: "", school: 0, place: place, isReference: true)
    }
  }

  mutating func studyClass(_ key: Bytes, _ place: FactPlace) -> Int32 {
    InterchangeReader.refer(key, &classes, &batch.classes) {
      BatchClass(key: $0, school: 0, grade: 0, title: "", place: place, isReference: true)
    }
  }

  mutating func group(_ key: Bytes, _ place: FactPlace) -> Int32 {
    InterchangeReader.refer(key, &groups, &batch.groups) {
      BatchGroup(key: $0, studyClass: -1, name: "", place: place, isReference: true)
    }
  }

  mutating func pupil(_ key: Bytes, _ place: FactPlace) -> Int32 {
    InterchangeReader.refer(key, &pupils, &batch.pupils) {
      BatchPupil(key: $0, studyClass: -1, name: "", place: place, isReference: true)
    }
  }

  mutating func subject(_ key: Bytes, _ place: FactPlace) -> Int32 {
    InterchangeReader.refer(key, &subjects, &batch.subjects) {
      BatchSubject(key: $0, name: "", place: place, isReference: true)
    }
  }

  mutating func period(_ key: Bytes, _ place: FactPlace) -> Int32 {
    InterchangeReader.refer(key, &periods, &batch.periods) {
      BatchPeriod(key: $0, school: 0, name: "", kind: .year, schoolYear: 0, place: place, isReference: true)
    }
  }

  /// A lesson of an earlier export: its school year is not known here, so it counts to the export's own.
  mutating func lesson(_ key: Bytes, _ place: FactPlace) -> Int32 {
    InterchangeReader.refer(key, &lessons, &batch.lessons) {
      LessonFact(
        journal: -1, key: $0, studyClass: -1, subject: -1, teacherSet: -1, date: CivilDate(days: 0), place: place,
        isReference: true)
    }
  }

  mutating func work(_ key: Bytes, _ place: FactPlace) -> Int32 {
    InterchangeReader.refer(key, &works, &batch.works) {
      WorkFact(key: $0, lesson: -1, kind: "", isWritten: false, place: place, isReference: true)
    }
  }

  /// Where the entity of an id is or will be; until it has its row, it is a reference. An empty id names none: -1.
  @inline(__always)
  private static func refer<Entity: KeyedEntity>(
    _ key: Bytes, _ index: inout KeyIndex, _ entities: inout [Entity], _ reference: (String) -> Entity
  ) -> Int32 {
    guard !key.isEmpty else { return -1 }
    let (position, isNew) = index.insert(key)
    if isNew { entities.append(reference(String(decoding: key, as: UTF8.self))) }
    return position
  }

  mutating func journal(school: Int32, year: Int) -> Int32 {
    let key = JournalKey(school: school, year: year)
    if let known = journals[key] { return known }
    let position = Int32(batch.journals.count)
    batch.journals.append(
      BatchJournal(
        key: "interchange/\(year)", school: school, layout: InterchangeLayout.id, schoolYear: year, says: []))
    journals[key] = position
    return position
  }
}

/// An entity with the source's key, known in full or only by it.
protocol KeyedEntity {
  var isReference: Bool { get }
}

extension BatchSchool: KeyedEntity {
  var isReference: Bool { false }
}
extension BatchSubject: KeyedEntity {}
extension BatchTeacher: KeyedEntity {}
extension BatchClass: KeyedEntity {}
extension BatchGroup: KeyedEntity {}
extension BatchPupil: KeyedEntity {}
extension BatchPeriod: KeyedEntity {}
extension LessonFact: KeyedEntity {}
extension WorkFact: KeyedEntity {}
