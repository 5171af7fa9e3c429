import Importing

/// A small spreadsheet of OpenDocument; a test says what its tables are.
struct ODSFixture {
  static let spaces = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" \
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    """

  var zip: ZipFixture

  /// One sheet, «Лист 1», of the given rows.
  init(rows: String) {
    self.init(tables: "<table:table table:name=\"Лист 1\">\(rows)</table:table>")
  }

  /// One row with the given cells.
  init(cells: String) {
    self.init(rows: "<table:table-row>\(cells)</table:table-row>")
  }

  /// What stands in the spreadsheet's body.
  init(tables: String, meta: String = "", manifest: String = "") {
    zip = ZipFixture([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      (
        "content.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-content \(ODSFixture.spaces)><office:automatic-styles/><office:body><office:spreadsheet>\
        \(tables)</office:spreadsheet></office:body></office:document-content>
        """
      ),
      ("META-INF/manifest.xml", "<manifest:manifest \(ODSFixture.spaces)>\(manifest)</manifest:manifest>"),
      (
        "meta.xml",
        "<office:document-meta \(ODSFixture.spaces)><office:meta>\(meta)</office:meta></office:document-meta>"
      ),
    ])
  }

  func reader() throws -> ODSReader { try ODSReader(zip.file()) }

  /// The cells of the first sheet as `1:2 text н`.
  func cells() throws -> [String] { try reader().grids()[0].described }
}

extension SheetGrid {
  /// The cells as `1:2 text н`.
  var described: [String] { cells.map { "\($0.row):\($0.column) \($0.kind) \($0.text)" } }
}
