import Journal

extension NormSetting {
  /// «отметка за письменную работу — не позже чем через 14 календарных дней (10А, 10Б; приказ № 12 от 30.08.2025)».
  /// `isDated`: with the days on which it is valid.
  public func russian(_ norm: Norm, isDated: Bool = false) -> String {
    let parts = scope.russian + [act].compactMap { $0 } + (isDated ? [validity].compactMap { $0 } : [])
    return norm.russian(value) + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))")
  }

  private var validity: String? {
    switch (validFrom, validTo) {
    case (nil, nil): nil
    case (let from?, nil): "с \(from.russian)"
    case (nil, let to?): "по \(to.russian)"
    case (let from?, let to?): "с \(from.russian) по \(to.russian)"
    }
  }
}

extension SettingScope {
  /// «10А, 10Б», «Физика», «сочинение»: for whom, part by part; none for everybody.
  public var russian: [String] {
    let grades = grades.map { "\($0)-е классы" }
    return [classes + grades, subjects, workKinds].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }
  }
}
