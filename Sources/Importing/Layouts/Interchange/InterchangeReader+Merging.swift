import Journal

extension InterchangeReader {
  /// Takes in the marks that another reader read at the same time: its works and pupils are references, which become
  /// this reader's own by their keys.
  mutating func merge(marksOf other: inout InterchangeReader, file: Int) {
    let sheet = Int32(batch.sheets.count)
    batch.sheets += other.batch.sheets.map { BatchSheet(file: Int32(file), name: $0.name) }
    let moved = { (place: FactPlace) in FactPlace(sheet: place.sheet + sheet, row: place.row, column: place.column) }
    let works = other.batch.works.map { work in
      var key = work.key
      return key.withUTF8 { self.work($0, moved(work.place)) }
    }
    let pupils = other.batch.pupils.map { pupil in
      var key = pupil.key
      return key.withUTF8 { self.pupil($0, moved(pupil.place)) }
    }
    batch.unreadCells += other.batch.unreadCells.map { cell in
      UnreadCell(
        cell.kind, work: cell.work < 0 ? -1 : works[Int(cell.work)],
        pupil: cell.pupil < 0 ? -1 : pupils[Int(cell.pupil)])
    }
    let start = batch.marks.count
    var repeated: [ImportProblem] = []
    if start == 0 {
      // Swapped, not copied: two owners of the largest array would mean a copy at the first change.
      swap(&batch.marks, &other.batch.marks)
      swap(&marks, &other.marks)
    } else {
      for mark in other.batch.marks {
        var key = mark.key
        guard key.withUTF8({ marks.insert($0).isNew }) else {
          let name = other.batch.sheets[Int(mark.place.sheet)].name
          repeated.append(
            ImportProblem(
              "повтор: такой id уже есть в другой таблице marks", hint: "Принята первая отметка с этим id.",
              at: CellPlace(sheet: name.isEmpty ? nil : name, row: Int(mark.place.row)), raw: mark.key))
          continue
        }
        batch.marks.append(mark)
      }
    }
    for index in start..<batch.marks.count {
      let work = works[Int(batch.marks[index].work)]
      batch.marks[index].work = work
      batch.marks[index].lesson = batch.works[Int(work)].lesson
      batch.marks[index].pupil = pupils[Int(batch.marks[index].pupil)]
      batch.marks[index].place.sheet += sheet
    }
    find(.marks, saying: other.found[.marks] ?? [])
    files[.marks, default: []].append(Int32(file))
    // A repeated mark is not taken, and its moment tells nothing.
    let newest = repeated.isEmpty ? other.newestEntry : batch.marks[start...].compactMap(\.enteredAt).max()
    if let newest, newestEntry.map({ $0 < newest }) ?? true { newestEntry = newest }
    batch.files[file].notices += other.batch.files[file].notices
    batch.files[file].rejected += other.batch.files[file].rejected + repeated
    batch.files[file].counts += other.batch.files[file].counts
    batch.files[file].counts.marks -= repeated.count
    tell(classesOf: Set(pupils.map { batch.pupils[Int($0)].studyClass }), file: file)
  }
}
