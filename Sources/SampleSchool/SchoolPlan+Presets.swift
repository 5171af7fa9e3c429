extension SchoolPlan {
  /// Presets by the names that the command line uses.
  public static let presets: [(name: String, plan: SchoolPlan)] = [("sample", .sample), ("school-year", .schoolYear)]

  /// The school of SampleData: the first quarter of 2025/26, eight classes of about twelve pupils.
  public static var sample: SchoolPlan {
    var plan = SchoolPlan(
      seed: 2025,
      classes: [
        ClassPlan(1, "А"), ClassPlan(3, "А"), ClassPlan(4, "Б"), ClassPlan(5, "А"), ClassPlan(7, "А"),
        ClassPlan(8, "Б"), ClassPlan(9, "А", sixDays: true), ClassPlan(10, "А"),
      ],
      pupilsPerClass: 12, from: Day(2025, 9, 1), to: Day(2025, 10, 26))
    plan.coreSubjectsOnly = true
    return plan
  }

  /// A whole year of an ordinary town school, two classes a grade: about 24 000 lessons, 190 000 marks and 49 000
  /// rows of attendance.
  public static var schoolYear: SchoolPlan {
    SchoolPlan(
      seed: 1,
      classes: (1...11).flatMap { [ClassPlan($0, "А"), ClassPlan($0, "Б", sixDays: $0 == 9)] },
      pupilsPerClass: 25, from: Day(2025, 9, 1), to: Day(2026, 5, 26))
  }
}
