/// The schema's steps in order; a store remembers in `user_version` how many it has taken. A released step never
/// changes.
enum Migrations {
  static let all: [String] = [
    Migration0001Journal.sql,
    Migration0002Checks.sql,
    Migration0003Signed.sql,
    Migration0004Identity.sql,
    Migration0005Coverage.sql,
    Migration0006Planning.sql,
    Migration0007ReportedMeans.sql,
    Migration0008Accounts.sql,
    Migration0009Whole.sql,
    Migration0010PupilLists.sql,
    Migration0011CheckScopes.sql,
    Migration0012CheckSettings.sql,
    Migration0013Waivers.sql,
    Migration0014Unseen.sql,
    Migration0015Doubles.sql,
    Migration0016Periods.sql,
    Migration0017IdYears.sql,
    Migration0018Sums.sql,
    Migration0019Hours.sql,
  ]
}
