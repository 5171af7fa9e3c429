import Journal

extension DnevnikAPILayout {
  private static func name(_ record: JSONValue) -> String? {
    func part(_ name: String) -> String? {
      (record[name] ?? record[name.prefix(1).uppercased() + name.dropFirst()])?.text
    }
    let full = ["lastName", "firstName", "middleName"].compactMap { part($0)?.nonEmpty }
    return full.isEmpty ? part("shortName")?.nonEmpty : CodeFolding.collapse(full.joined(separator: " "))
  }

  mutating func readSchool(_ record: JSONValue, _ place: FactPlace) {
    // One export is one school's; a second name would be another school's list.
    guard builder.batch.schools[0].key.isEmpty, let id = record.id() else { return }
    builder.batch.schools[0] = BatchSchool(
      key: id, name: (record["fullName"] ?? record["name"])?.text ?? "", place: place)
  }

  mutating func subject(_ record: JSONValue?, _ place: FactPlace) -> Int32 {
    let id = record?.isObject ?? false ? record?.id() : record?.text
    let name = record?["name"]?.text?.nonEmpty
    let key = id ?? name.map { CodeFolding.fold($0) } ?? PupilFeed.noSubject
    return builder.subject(
      "\(Self.id)/\(key)", name: name ?? id.map { "предмет \($0)" } ?? PupilFeed.noSubject, place)
  }

  mutating func teacher(_ record: JSONValue, _ place: FactPlace) -> Int32 {
    let id = record.isObject ? record.id() : record.text
    return builder.teacher(
      "\(Self.id)/\(id ?? "")", name: DnevnikAPILayout.name(record) ?? "Учитель \(id ?? "")", place)
  }

  /// A subgroup belongs to the class among its parents; classes come before subgroups in no order, so a parent may still
  /// be unknown and is made by its id.
  mutating func readGroup(_ record: JSONValue, _ place: FactPlace) {
    guard let id = record.id() else { return }
    let name = (record["name"] ?? record["fullName"])?.text ?? "класс \(id)"
    let grade = record["parallel"]?.integer.flatMap { (1...12).contains($0) ? $0 : nil }
    let parents = record["parentIds_str"] ?? record["parentIdsStr"] ?? record["parentIds"]
    let parent = parents?.elements.first?.text
    if record["type"]?.text == "Subgroup", let parent {
      let studyClass = builder.studyClass("\(Self.id)/\(parent)", title: "класс \(parent)", grade: grade, place)
      let group = builder.group("\(Self.id)/\(id)", of: studyClass, name: name, place)
      groups[id] = Group(studyClass: studyClass, group: group, grade: grade ?? 0)
      return
    }
    let key = "\(Self.id)/\(id)"
    let isKnown = builder.known("class", key) != nil
    let studyClass = builder.studyClass(key, title: name, grade: grade, place)
    if isKnown {
      builder.batch.classes[Int(studyClass)].title = name
      builder.batch.classes[Int(studyClass)].grade = grade ?? ClassName(name)?.grade ?? 0
      builder.batch.classes[Int(studyClass)].place = place
    }
    groups[id] = Group(
      studyClass: studyClass, group: -1, grade: builder.batch.classes[Int(studyClass)].grade)
  }

  mutating func group(_ id: String, _ place: FactPlace) -> Group {
    if let known = groups[id] { return known }
    let unknown = Group(
      studyClass: builder.studyClass("\(Self.id)/\(id)", title: "класс \(id)", place), group: -1, grade: 0)
    groups[id] = unknown
    return unknown
  }

  /// A person, or a pupil of a group: `{person: {…}, membershipstatus}`.
  mutating func readPerson(_ record: JSONValue, _ file: Int, _ place: FactPlace) {
    let about = record["person"] ?? record
    guard let id = record["person"] == nil ? record.id() : record.id("person") else {
      return builder.reject("у ученика нет номера", hint: "Выгрузите список заново.", record, place)
    }
    var person = people[id] ?? Person(name: "Ученик \(id)", isArchived: false, place: place)
    if let name = DnevnikAPILayout.name(about) { person.name = name }
    if let status = record["membershipstatus"]?.text { person.isArchived = status == "Archive" }
    if let group = group(ofFile: file) {
      // A list of the class says more than one of a subgroup.
      if person.studyClass == nil || group.group < 0 { person.studyClass = group.studyClass }
      if group.group >= 0 { person.subgroups.append(group.group) }
    }
    people[id] = person
  }

  mutating func pupil(_ id: String, _ place: FactPlace) -> Int32 {
    let key = "\(Self.id)/\(id)"
    if let known = builder.known("pupil", key) { return known }
    let person = people[id]
    let studyClass =
      person?.studyClass ?? classOf[id]?.studyClass
      ?? builder.studyClass("\(Self.id)/\(PupilFeed.noClass)", title: PupilFeed.noClass, place)
    // Since when an archived pupil is away is not said, so nothing about them is called broken.
    return builder.pupil(
      BatchPupil(
        key: key, studyClass: studyClass, name: person?.name ?? "Ученик \(id)",
        isAmbiguous: person?.isArchived ?? false,
        place: person?.place ?? place))
  }

  /// The class of a pupil is that of the newest lesson with a record of theirs.
  mutating func findClasses(_ lists: [JSONValue]) {
    for record in lists.lazy.flatMap(\.elements) {
      guard let person = record.id("person"), let lesson = record.id("lesson").flatMap({ lessons[$0] }) else {
        continue
      }
      let fact = builder.batch.lessons[Int(lesson)]
      if classOf[person].map({ $0.date < fact.date }) ?? true { classOf[person] = (fact.studyClass, fact.date) }
    }
  }

  /// The people of lists, also those without a mark.
  mutating func addListed() {
    var withoutClass: [Int: Int] = [:]
    for (id, person) in people.sorted(by: { $0.key < $1.key }) {
      let position = pupil(id, person.place)
      for group in person.subgroups { builder.member(position, of: group, person.place) }
      if person.studyClass == nil, classOf[id] == nil { withoutClass[builder.file(of: person.place), default: 0] += 1 }
    }
    for (file, count) in withoutClass.sorted(by: { $0.key < $1.key }) {
      builder.notice(
        "класс учеников не назван: \(count); правила об отметках их не судят",
        hint: "Назовите файл номером класса, например students-1000001.json, или кладите классы в разные папки.",
        file: file)
    }
  }
}
