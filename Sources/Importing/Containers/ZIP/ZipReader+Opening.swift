import CLibZip
import Journal

extension ZipReader {
  static func open(_ file: FileBytes) throws -> OpaquePointer {
    // libzip takes no bytes at all for an archive that is to be made.
    guard file.count > 0 else { throw damaged(file, ZIP_ER_NOZIP) }
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    // The reader keeps `file` for as long as libzip keeps its buffer.
    guard
      let source = zip_source_buffer_create(file.buffer.baseAddress, zip_uint64_t(file.count), 0, &failure)
    else { throw damaged(file, zip_error_code_zip(&failure)) }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw damaged(file, zip_error_code_zip(&failure))
    }
    return handle
  }

  static func list(_ handle: OpaquePointer, _ file: FileBytes, _ budget: ZipBudget) throws -> [ZipEntry] {
    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= budget.entries else {
      throw ImportProblem(
        "в архиве \(count) файлов при пределе \(budget.entries)", hint: "Выгрузите данные частями, по одной школе.")
    }
    let records = ZipDirectory(file.buffer).records
    return (0..<count).compactMap { index in
      guard let name = zip_get_name(handle, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW)) else { return nil }
      let bytes = name.withMemoryRebound(to: UInt8.self, capacity: 1) { start in
        var length = 0
        while start[length] != 0 { length += 1 }
        return UnsafeBufferPointer(start: start, count: length)
      }
      let decoded = ZipEntry.decodedName(bytes)
      guard let last = decoded.last, last != "/", last != "\\" else { return nil }
      let safe = ZipEntry.safeName(decoded)
      guard !safe.isEmpty, !safe.hasPrefix("__MACOSX/") else { return nil }
      let record = index < records.count && records[index].rawName.elementsEqual(bytes) ? records[index] : nil
      return ZipEntry(index: index, name: safe, modified: record?.modified)
    }
  }

  private static func damaged(_ file: FileBytes, _ code: Int32) -> ImportProblem {
    let begins = file.buffer.starts(with: [0x50, 0x4B, 0x03, 0x04])
    if code == ZIP_ER_NOZIP, !begins {
      return ImportProblem("это не архив ZIP", hint: "Загрузите архив таким, каким его отдал электронный журнал.")
    }
    return ImportProblem(
      code == ZIP_ER_NOZIP ? "архив ZIP обрезан: в нём нет оглавления" : "оглавление архива ZIP повреждено",
      hint: "Скачайте файл заново и дождитесь конца загрузки.")
  }

  static func problem(_ code: Int32, in entry: ZipEntry) -> ImportProblem {
    switch code {
    case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP:
      ImportProblem(
        "часть архива «\(entry.name)» зашифрована паролем",
        hint: "Распакуйте архив с паролем и загрузите файлы без него.")
    case ZIP_ER_COMPNOTSUPP:
      ImportProblem(
        "часть архива «\(entry.name)» сжата неизвестным способом",
        hint: "Упакуйте файлы обычным ZIP (способ Deflate) или загрузите их без архива.")
    case ZIP_ER_CRC:
      ImportProblem(
        "часть архива «\(entry.name)» повреждена: контрольная сумма не сходится",
        hint: "Скачайте файл заново: при передаче или хранении байты исказились.")
    default:
      ImportProblem(
        "часть архива «\(entry.name)» повреждена или обрезана",
        hint: "Скачайте файл заново и дождитесь конца загрузки.")
    }
  }
}
