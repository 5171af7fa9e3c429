import Journal

/// The files of a OneRoster bundle, 1.1 and 1.2 (FORMATS 11). Each is known by its columns, whose names are compared
/// without case: file names differ in case, and one real bundle has rows of roles in `userprofiles.csv`.
enum OneRosterTable: CaseIterable {
  // In the order of reading: what refers comes after what is referred to.
  case manifest, orgs, academicSessions, courses, classes, users, roles, demographics, enrollments, categories,
    lineItems
  case results
  /// Resources, objectives, score scales, profiles: nothing for a journal.
  case other

  /// What a header must have, lower case.
  private var signature: [String] {
    switch self {
    case .manifest: ["propertyname", "value"]
    case .orgs: ["sourcedid", "name", "type", "parentsourcedid"]
    case .academicSessions: ["sourcedid", "title", "type", "startdate", "enddate"]
    case .courses: ["sourcedid", "title", "orgsourcedid"]
    case .classes: ["sourcedid", "title", "coursesourcedid", "schoolsourcedid"]
    case .users: ["sourcedid", "givenname", "familyname"]
    case .roles: ["sourcedid", "usersourcedid", "role", "orgsourcedid"]
    case .demographics: ["sourcedid", "birthdate", "sex"]
    case .enrollments: ["sourcedid", "classsourcedid", "usersourcedid", "role"]
    case .lineItems: ["sourcedid", "title", "classsourcedid"]
    case .results: ["sourcedid", "lineitemsourcedid", "studentsourcedid"]
    case .categories: ["sourcedid", "status", "title"]
    case .other: ["sourcedid", "status"]
    }
  }

  /// The columns that are read; the rest of the specification's need not be told of.
  private static let known: Set<String> = [
    "sourcedid", "status", "datelastmodified", "title", "type", "startdate", "enddate", "parentsourcedid", "schoolyear",
    "name", "identifier", "schoolyearsourcedid", "coursecode", "grades", "orgsourcedid", "subjects", "subjectcodes",
    "coursesourcedid", "classcode", "classtype", "location", "schoolsourcedid", "termsourcedids", "periods",
    "enableduser", "orgsourcedids", "role", "username", "userids", "givenname", "familyname", "middlename", "email",
    "sms", "phone", "agentsourcedids", "password", "usermasteridentifier", "preferredgivenname",
    "preferredmiddlename", "preferredfamilyname", "primaryorgsourcedid", "pronouns", "resourcesourcedids",
    "classsourcedid", "usersourcedid", "primary", "begindate", "roletype", "userprofilesourcedid", "description",
    "assigndate", "duedate", "categorysourcedid", "gradingperiodsourcedid", "academicsessionsourcedid",
    "resultvaluemin", "resultvaluemax", "lineitemsourcedid", "studentsourcedid", "scorestatus", "score", "scoredate",
    "comment", "textscore", "inprogress", "incomplete", "late", "missing", "weight", "scorescalesourcedid",
    "propertyname", "value", "birthdate", "sex",
  ]

  /// Lower case, without surrounding spaces; two typos of a real bundle are mended.
  static func fold(_ name: String) -> String {
    let name = CodeFolding.collapse(name).lowercased()
    if name == "datalastmodified" { return "datelastmodified" }
    return name.hasPrefix("preffered") ? "preferred" + name.dropFirst("preffered".count) : name
  }

  /// `header` is folded.
  static func recognise(_ header: [String]) -> OneRosterTable? {
    let names = Set(header)
    let fitting = allCases.filter { table in table.signature.allSatisfy(names.contains) }
    // A header with more than a category's is another table of titles.
    return fitting.first {
      $0 != .categories
        || names.subtracting(["", "sourcedid", "status", "datelastmodified", "title", "weight"])
          .allSatisfy { $0.hasPrefix("metadata.") }
    }
  }

  /// Columns that nothing reads: extensions (`metadata.*`) and strange ones.
  static func unread(_ header: [String]) -> [String] { header.filter { !$0.isEmpty && !known.contains($0) } }
}
