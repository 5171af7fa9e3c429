/// A row of a table that is kept as a list and replaced by a later export of the same table.
public struct ListRow: Sendable {
  public var list: ListKind
  public var school: Int32
  /// One for each of the list's columns, in their order.
  public var values: [ListValue]
  public var place: FactPlace

  public init(list: ListKind, school: Int32, values: [ListValue], place: FactPlace) {
    self.list = list
    self.school = school
    self.values = values
    self.place = place
  }
}

public enum ListKind: String, Hashable, Sendable, CaseIterable {
  case plan, classHours, consents, classLists, paperTally, aliases, waivers
}

/// A value of a list's column; positions refer to the batch's arrays, -1 is none.
public enum ListValue: Sendable {
  case text(String)
  case integer(Int64)
  case empty
  case studyClass(Int32)
  case group(Int32)
  case subject(Int32)
  case pupil(Int32)
  case lesson(Int32)
}
