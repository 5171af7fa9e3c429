/// One school's store: a SQLite file whose tables are those of `Migrations`.
public final class JournalStore {
  public let database: Database
  public let path: String

  /// Opens the store, made and migrated as needed; `:memory:` is a private store for tests.
  public init(path: String, mode: Database.Mode = .create) throws(StoreError) {
    self.path = path
    database = try Database(path: path, mode: mode)
    try migrate(mode: mode)
  }

  private func migrate(mode: Database.Mode) throws(StoreError) {
    let applied: Int
    do throws(StoreError) {
      applied = Int(try database.integer("PRAGMA user_version") ?? 0)
    } catch {
      guard error.isNoDatabase else { throw error }
      throw StoreError(
        code: error.code, message: "Файл «\(path)» — не хранилище Zavuch, или он повреждён.",
        hint: "Укажите другой файл: --store ПУТЬ; повреждённый возьмите из резервной копии.")
    }
    guard applied <= Migrations.all.count else {
      throw StoreError(
        code: 0, message: "Хранилище «\(path)» создано более новой версией Zavuch (схема \(applied)).",
        hint: "Обновите программу.")
    }
    let isMade = try database.integer("SELECT count(*) FROM sqlite_master") ?? 0 > 0
    guard applied > 0 || !isMade else {
      throw StoreError(
        code: 0, message: "Файл «\(path)» — база данных другой программы, а не хранилище Zavuch.",
        hint: "Укажите другой файл: --store ПУТЬ.")
    }
    guard applied < Migrations.all.count else { return }
    guard mode != .readOnly || isMade else {
      throw StoreError(
        code: 0, message: "Хранилище «\(path)» пусто.", hint: "Сначала загрузите выгрузки: zavuch import ПУТЬ.")
    }
    do {
      try database.transaction {
        for (index, sql) in Migrations.all.enumerated() where index >= applied {
          try database.execute(sql)
          try database.execute("PRAGMA user_version = \(index + 1)")
        }
        // A store from before the sums has none yet.
        if applied > 0 {
          try database.tellLessonSums()
          try database.tellPlanSums()
        }
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(code: 1, message: "Хранилище «\(path)»: \(error).", hint: "Сообщите разработчикам.")
    }
  }
}
