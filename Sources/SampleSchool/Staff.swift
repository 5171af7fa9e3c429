/// The teachers of one school while timetables are laid: nobody is in two places at once.
struct Staff {
  private struct Engaged {
    var id: Int
    var speciality: String
    var busy: UInt64 = 0
    var hours = 0
  }

  private var engaged: [Engaged] = []
  private static let fullLoad = 24

  /// A teacher of the speciality who is free at all these slots; a new one is hired when nobody is.
  ///
  /// - Parameter hire: makes the new teacher's row and gives its id.
  mutating func engage(
    _ speciality: String, at slots: [Slot], excluding excluded: [Int] = [], hire: () -> Int
  ) -> Int {
    let mask = slots.reduce(0) { $0 | $1.bit }
    let found = engaged.firstIndex {
      $0.speciality == speciality && $0.busy & mask == 0 && $0.hours + slots.count <= Staff.fullLoad
        && !excluded.contains($0.id)
    }
    let index: Int
    if let found {
      index = found
    } else {
      index = engaged.count
      engaged.append(Engaged(id: hire(), speciality: speciality))
    }
    engaged[index].busy |= mask
    engaged[index].hours += slots.count
    return engaged[index].id
  }
}
