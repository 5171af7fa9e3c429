import Journal
import JournalStore

/// What registering a check came to.
public struct RegisterOutcome: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case added
    /// The same window and as-of were registered with the same result: nothing was changed.
    case unchanged
    /// The result of the same window and as-of is another now.
    case replaced
  }

  public var id: Int64
  public var kind: Kind
  /// Of a check registered after later ones: the first of them. They stay as they were compared.
  public var later: RegisteredCheck?
}

extension Control {
  /// Writes an unfiltered check to the store. The same as-of and window with the same result changes nothing, so that an
  /// old check can be run again; with another result it takes the place of its earlier rows and keeps its id, unless a
  /// later check was compared with it. `digest` gives the hexadecimal SHA-256 of bytes.
  ///
  /// Throws `ControlError`: `usage` for a filtered check, `compared` where a later comparison would be destroyed.
  /// Throws `StoreError` for a fault of the database.
  @discardableResult
  public static func register(
    _ store: JournalStore, _ result: CheckResult, digest: ([UInt8]) -> String
  ) throws -> RegisterOutcome {
    guard !result.isFiltered else {
      throw ControlError(
        .usage, "Проверку с отбором по правилам, классам или учителям нельзя зарегистрировать.",
        hint: "Уберите --rule, --class и --teacher.")
    }
    let writer = CheckWriter(database: store.database, result: result)
    let database = store.database
    do {
      return try database.transaction {
        let known = try RegisteredChecks.same(as: result.window, database)
        let before = try known.map { try CheckRows.read($0.id, database) }
        let id = try writer.write(over: known?.id, digest: digest)
        guard let known else {
          return RegisterOutcome(id: id, kind: .added, later: try RegisteredChecks.after(result.window, database))
        }
        guard try CheckRows.read(id, database) != before else { throw IsUnchanged(id: id) }
        if let later = try RegisteredChecks.comparedWith(id, database) { throw compared(known, later) }
        return RegisterOutcome(id: id, kind: .replaced)
      }
    } catch let unchanged as IsUnchanged {
      return RegisterOutcome(id: unchanged.id, kind: .unchanged)
    }
  }

  /// Rolls back what was written only to be compared.
  private struct IsUnchanged: Error {
    var id: Int64
  }

  private static func compared(_ known: RegisteredCheck, _ later: RegisteredCheck) -> ControlError {
    let window = CheckWindow(asOf: known.asOf, from: known.from, to: known.to)
    return ControlError(
      .compared,
      """
      Проверка на \(known.asOf.russian) за период \(window.russian) уже зарегистрирована, и с ней сравнена проверка на \
      \(later.asOf.russian). Сейчас её результат был бы другим: загружены новые выгрузки или изменены нормы. \
      Зарегистрированный результат оставлен прежним.
      """,
      hint: "Посмотреть новый результат, ничего не меняя: zavuch check без --register.")
  }
}
